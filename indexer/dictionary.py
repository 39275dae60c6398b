"""Common English words of office and government with their Dutch translations: what no glossary of a field explains."""

from collections.abc import Mapping

_ENTRIES = """
accept: accepteren aanvaarden|access: toegang|account: account|accountable: verantwoordelijk|act: wet handelen
action: actie maatregel|activity: activiteit|add: toevoegen|additional: aanvullend extra|address: adres|advice: advies
advise: adviseren|advisor: adviseur|affect: raken|agency: agentschap|agree: akkoord|agreement: overeenkomst afspraak
aim: doel|allow: toestaan mogen|allowed: toegestaan|almost: bijna|already: al|amount: bedrag hoeveelheid
announce: aankondigen|annual: jaarlijks|answer: antwoord beantwoorden|app: app|appear: verschijnen|appendix: bijlage
application: toepassing aanvraag|apply: toepassen gelden aanvragen|appoint: benoemen|approach: aanpak
approval: goedkeuring toestemming|approve: goedkeuren|archive: archief archiveren|area: gebied|arrange: regelen
article: artikel|ask: vragen|assess: beoordelen toetsen|assessment: beoordeling toets|assign: toewijzen
attach: bijvoegen|attachment: bijlage|attention: aandacht|audience: publiek|audit: audit controle|author: auteur
authority: autoriteit|automatic: automatisch|available: beschikbaar|avoid: vermijden voorkomen|aware: bewust
background: achtergrond|ban: verbod verbieden|banned: verboden|based: gebaseerd|basic: basis|basis: grondslag basis
become: worden|begin: beginnen|behaviour: gedrag|benefit: voordeel|better: beter|bind: binden|binding: bindend
block: blokkeren|board: bestuur|book: boek|border: grens|breach: lek inbreuk|build: bouwen|building: gebouw
business: bedrijf zakelijk|buy: kopen inkopen|cabinet: kabinet|calculate: berekenen|calendar: agenda
call: bellen oproep|cancel: annuleren|care: zorg|case: geval zaak|category: categorie|cause: oorzaak veroorzaken
central: centraal|certificate: certificaat bewijs|chain: keten|chair: voorzitter
change: verandering wijziging wijzigen veranderen|chapter: hoofdstuk|charge: kosten|check: controleren controle
child: kind|children: kinderen|choice: keuze|choose: kiezen|circumstance: omstandigheid|citizen: burger inwoner
city: stad|claim: claim|classify: classificeren indelen|clear: duidelijk helder|client: klant|close: sluiten
cloud: cloud|code: code|collaborate: samenwerken|colleague: collega|collect: verzamelen|comment: opmerking reactie
commercial: commercieel|committee: commissie|common: gemeenschappelijk|communicate: communiceren|company: bedrijf
compare: vergelijken|complaint: klacht|complete: volledig|compliance: naleving|comply: voldoen naleven
compulsory: verplicht|computer: computer|concern: zorg betreffen|conclude: concluderen|condition: voorwaarde
conduct: gedrag uitvoeren|confidential: vertrouwelijk|confirm: bevestigen|conflict: strijd conflict|connect: verbinden
connection: verbinding|consent: toestemming|consequence: gevolg|consider: overwegen|consult: raadplegen
consultation: raadpleging|consumer: consument|contact: contact|contain: bevatten|content: inhoud|continue: doorgaan
contract: contract overeenkomst|contribute: bijdragen|control: beheersen controle|convert: omzetten converteren
cooperation: samenwerking|copy: kopie kopiëren|correct: juist correct corrigeren|cost: kosten|council: raad
country: land|court: rechter|cover: dekken|create: maken aanmaken|criteria: criteria|criterion: criterium
current: huidig actueel|customer: klant|daily: dagelijks|danger: gevaar|data: gegevens data|database: database
date: datum|day: dag|deadline: termijn|deal: omgaan|decide: besluiten beslissen|decision: besluit beslissing
default: standaard|define: definiëren bepalen|definition: definitie|delay: vertraging|delete: verwijderen
deliver: leveren|deny: weigeren|department: afdeling ministerie departement|deploy: inzetten|deployment: inzet
describe: beschrijven|design: ontwerp ontwerpen|desk: bureau|detail: detail|determine: bepalen|develop: ontwikkelen
developer: ontwikkelaar|development: ontwikkeling|device: apparaat|difference: verschil|different: verschillend anders
digital: digitaal|directive: richtlijn|director: directeur|disadvantage: nadeel|disclose: openbaarmaken
discrimination: discriminatie|discuss: bespreken|distribute: verspreiden|document: document stuk|download: downloaden
draft: concept opstellen|duty: plicht|education: onderwijs opleiding|effect: effect gevolg|effective: effectief
email: mail|employ: inzetten|employee: medewerker werknemer|employer: werkgever|empty: leeg|enable: inschakelen
encrypt: versleutelen|end: einde|enforce: handhaven|enter: invoeren|entire: heel|entry: invoer
environment: omgeving milieu|equal: gelijk|error: fout|essential: essentieel|establish: vaststellen|ethical: ethisch
ethics: ethiek|evaluate: evalueren|evidence: bewijs|examine: onderzoeken|example: voorbeeld|exception: uitzondering
exempt: vrijgesteld|exist: bestaan|existing: bestaand|expect: verwachten|expense: kosten
experiment: experiment experimenteren|expert: deskundige expert|expire: verlopen|explain: uitleggen toelichten
explanation: uitleg toelichting|explore: verkennen|extend: verlengen uitbreiden|external: extern|fact: feit
fail: mislukken|failure: fout|fair: eerlijk|false: onjuist|family: familie|federal: federaal|fee: kosten
field: veld gebied|figure: cijfer|file: bestand|final: definitief|financial: financieel|find: vinden zoeken
fine: boete|first: eerst|fit: passen|fix: oplossen|folder: map|follow: volgen|forbid: verbieden|forbidden: verboden
force: kracht|foreign: buitenlands|form: formulier vorm|format: opmaak|framework: kader|free: gratis vrij
freedom: vrijheid|function: functie|fund: fonds|future: toekomst|general: algemeen|generate: genereren|give: geven
goal: doel|good: goed|govern: besturen|government: overheid regering|grant: subsidie verlenen|group: groep
guarantee: garantie|guidance: handreiking|guide: handreiking gids|guideline: richtlijn|handle: omgaan behandelen
happen: gebeuren|harm: schade|head: hoofd|health: gezondheid|help: hulp helpen|high: hoog|hire: aannemen
history: geschiedenis|hold: houden|home: thuis|hour: uur|house: huis|human: mens menselijk|idea: idee
identify: herkennen identificeren|identity: identiteit|image: afbeelding beeld|impact: gevolg|implement: uitvoeren
implementation: uitvoering|important: belangrijk|improve: verbeteren|include: opnemen|income: inkomen
increase: verhogen|independent: onafhankelijk|individual: individu persoon|industry: sector|inform: informeren
information: informatie|input: invoer|inspect: inspecteren|install: installeren|institution: instelling
instruction: instructie|insurance: verzekering|intend: bedoelen|intended: bedoeld|internal: intern|introduce: invoeren
introduction: inleiding|invest: investeren|involve: betrekken|issue: kwestie|item: onderdeel|job: baan|join: deelnemen
judge: rechter beoordelen|justify: rechtvaardigen|keep: bewaren houden|key: sleutel toets|kind: soort
knowledge: kennis|label: label|lack: ontbreken gebrek|language: taal|large: groot|last: laatst|late: laat
launch: starten|law: wet|lawyer: advocaat jurist|lead: leiden|leak: lek lekken|learn: leren|leave: verlof
legal: juridisch wettelijk|letter: brief|level: niveau|liability: aansprakelijkheid|liable: aansprakelijk
library: bibliotheek|licence: licentie vergunning|license: licentie|limit: grens beperken|line: regel lijn
link: koppeling|list: lijst|literacy: geletterdheid|live: wonen leven|local: lokaal|location: locatie|log: log
look: kijken|lose: verliezen|loss: verlies|low: laag|machine: machine|mail: mail|main: hoofd|maintain: onderhouden
maintenance: onderhoud|manage: beheren|management: beheer|manager: leidinggevende manager|mandatory: verplicht
manual: handmatig handleiding|mark: markeren|market: markt|mean: betekenen|meaning: betekenis|measure: maatregel
medical: medisch|meet: voldoen|meeting: vergadering overleg|member: lid|memo: nota|memory: geheugen|mention: noemen
message: bericht|method: methode|minimum: minimum|minister: minister|ministry: ministerie|minute: minuut
minutes: notulen verslag|mistake: fout|model: model|modify: wijzigen|money: geld|month: maand|motion: motie
multiple: meerdere|municipal: gemeentelijk|municipality: gemeente|name: naam noemen|national: nationaal landelijk
necessary: nodig noodzakelijk|necessity: noodzaak|need: nodig behoefte|negative: negatief|network: netwerk|new: nieuw
news: nieuws|normal: normaal|note: notitie|notice: kennisgeving|notify: melden|number: nummer aantal getal
object: bezwaar|objection: bezwaar|obligation: verplichting plicht|obligatory: verplicht|obtain: verkrijgen
occur: voorkomen|offer: aanbieden bieden|office: kantoor|officer: functionaris|official: officieel ambtenaar|old: oud
online: online|open: openen open|operate: werken|operation: werking|opinion: mening|option: optie keuze
optional: optioneel|order: volgorde bestelling|organisation: organisatie|organise: organiseren
organization: organisatie|original: origineel oorspronkelijk|outcome: uitkomst|output: uitvoer uitkomst
outside: buiten|overview: overzicht|own: eigen|owner: eigenaar|page: pagina|paper: papier|paragraph: alinea
parent: ouder|parliament: parlement kamer|part: deel onderdeel|participate: deelnemen|partner: partner|party: partij
passport: paspoort|password: wachtwoord|pay: betalen|payment: betaling|people: mensen personen|percent: procent
period: periode|permission: toestemming|permit: vergunning toestaan|permitted: toegestaan|person: persoon
personal: persoonlijk|personnel: personeel|phase: fase|phone: telefoon|pilot: pilot proef|place: plaats|plan: plan
police: politie|policy: beleid|political: politiek|position: standpunt positie|possible: mogelijk|post: bericht
power: macht|practical: praktisch|practice: praktijk|prepare: voorbereiden|present: aanwezig presenteren
presentation: presentatie|prevent: voorkomen|previous: vorig|price: prijs|principle: beginsel principe
print: afdrukken|prior: voorafgaand|private: privé particulier|problem: probleem|procedure: procedure
process: proces verwerken|processing: verwerking|procure: inkopen aanbesteden|procurement: inkoop aanbesteding
product: product|professional: professioneel|program: programma|programme: programma|programmer: programmeur
prohibit: verbieden|prohibited: verboden|project: project|proof: bewijs|property: eigenschap|proposal: voorstel
protect: beschermen|protection: bescherming|prove: aantonen bewijzen|provide: bieden leveren
provider: aanbieder leverancier|province: provincie|provisional: voorlopig|public: openbaar publiek
publication: publicatie|publish: publiceren|purchase: aankoop inkoop|purpose: doel|quality: kwaliteit
quarter: kwartaal|question: vraag|quick: snel|quote: citaat|range: bereik|rate: tarief|read: lezen|ready: klaar
reason: reden|receive: ontvangen|recent: recent|recommend: aanbevelen|recommendation: aanbeveling
record: vastleggen register|recruit: werven|reduce: verminderen|refer: verwijzen|reference: verwijzing
refuse: weigeren|register: register registreren|regulate: reguleren|regulation: verordening regelgeving
reject: afwijzen|relate: verband|relation: relatie|reliable: betrouwbaar|remain: blijven|remove: verwijderen
rent: huur huren|repeat: herhalen|replace: vervangen|reply: antwoord|report: rapport melden verslag
represent: vertegenwoordigen|request: verzoek aanvraag|require: vereisen verplichten|required: verplicht vereist
requirement: eis vereiste|research: onderzoek|researcher: onderzoeker|resident: inwoner|resolve: oplossen
resource: middel|respect: respecteren|respond: reageren|response: reactie antwoord
responsibility: verantwoordelijkheid|responsible: verantwoordelijk|restrict: beperken|restriction: beperking
result: resultaat uitkomst|retain: bewaren|retention: bewaring|return: terugkeren|reveal: onthullen
review: herzien beoordelen|right: recht|risk: risico|role: rol|room: ruimte|rule: regel|run: draaien uitvoeren
safe: veilig|safety: veiligheid|same: zelfde|sample: voorbeeld|save: opslaan bewaren|scan: scan|schedule: planning
school: school|scientific: wetenschappelijk|scope: reikwijdte|screen: scherm|search: zoeken|secret: geheim
secretary: secretaris|section: sectie|sector: sector|secure: veilig|security: beveiliging veiligheid|see: zien
select: selecteren kiezen|selection: selectie|sell: verkopen|send: sturen verzenden|sensitive: gevoelig|sentence: zin
separate: apart|serve: dienen|server: server|service: dienst|session: sessie|set: instellen|setting: instelling
several: meerdere|share: delen|sharing: delen|short: kort|show: tonen|sick: ziek|sign: tekenen|signature: handtekening
similar: vergelijkbaar|simple: eenvoudig|site: site|situation: situatie|size: grootte|skill: vaardigheid|small: klein
social: sociaal|software: software|solution: oplossing|solve: oplossen|source: bron|space: ruimte|speak: spreken
special: bijzonder|specific: specifiek|staff: personeel medewerkers|stage: fase|stakeholder: belanghebbende
standard: standaard norm|standpoint: standpunt|start: beginnen starten|state: staat|statement: verklaring
status: status|stay: blijven|step: stap|stop: stoppen|storage: opslag|store: opslaan bewaren|strategy: strategie
street: straat|structure: structuur|student: student|study: studie|subject: onderwerp|submit: indienen
subscription: abonnement|sufficient: voldoende|suggest: voorstellen|suitable: geschikt|summarise: samenvatten
summarize: samenvatten|summary: samenvatting|supervise: toezicht|supervision: toezicht
supervisor: toezichthouder leidinggevende|supplier: leverancier|support: ondersteuning ondersteunen|survey: enquête
switch: schakelen|system: systeem|table: tabel|take: nemen|talk: praten|target: doel|task: taak|tax: belasting
teach: leren|team: team|technical: technisch|technology: technologie|tell: vertellen|temporary: tijdelijk
tender: aanbesteding|term: termijn voorwaarde term|terms: voorwaarden|test: test toets testen|text: tekst|third: derde
threat: dreiging|time: tijd|title: titel|today: vandaag|tool: hulpmiddel|topic: onderwerp|town: stad
train: trainen opleiden trein|training: training opleiding|transfer: doorgifte overdracht|translate: vertalen
translation: vertaling|transparency: transparantie|transparent: transparant|treat: behandelen|treatment: behandeling
true: waar|trust: vertrouwen|truth: waarheid|try: proberen uitproberen|type: soort|under: onder|understand: begrijpen
unknown: onbekend|unlawful: onrechtmatig|update: bijwerken|upload: uploaden|usage: gebruik
use: gebruik gebruiken inzet|used: gebruikt|useful: nuttig|user: gebruiker|using: gebruik gebruiken|valid: geldig
validity: geldigheid|value: waarde|vehicle: voertuig|vendor: leverancier|verify: controleren|version: versie
view: weergave bekijken|violate: schenden|violation: overtreding|vision: visie|visit: bezoek|voluntary: vrijwillig
vote: stem stemmen|wait: wachten|want: willen|warn: waarschuwen|warning: waarschuwing|waste: afval|water: water
way: manier|website: website|week: week|weight: gewicht|wide: breed|withdraw: intrekken|witness: getuige|word: woord
work: werk werken|worker: werknemer|workplace: werkplek|write: schrijven opstellen|written: schriftelijk
wrong: fout onjuist|year: jaar|young: jong
""".strip().replace("\n", "|")

ENGLISH_TO_DUTCH: Mapping[str, tuple[str, ...]] = {
    english: tuple(dutch.split()) for english, dutch in (entry.split(": ") for entry in _ENTRIES.split("|"))
}
"""The Dutch translations of an English word, the most usual one first; words of a field belong in its glossary."""
