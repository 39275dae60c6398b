"""Words that tell a name from an ordinary word: closed lists, in lower case."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words between a first name and a surname.
PREFIXES = _words(
    """
    van de den der ten ter te 't 's het von zu zum du da dos do di del della la le les el al ul bin ben ibn bint abu
    ab" " vd v.d. v/d op in aan uit onder bij mac mc st
    """
)
# Of these prefixes only in front of another ("in 't Veld", "op den Kamp").
LEANING = _words(
    """
    op in aan uit onder bij
    """
)
# Academic and other titles in front of a name, without their dots.
TITLES = _words(
    """
    dr drs ir ing mr prof bc msc ds mevr mw dhr de heer mevrouw meneer
    """
)

# What follows a form of address when no name does: function words, common verbs, offices.
ORDINARY = _words(
    """
    dames heren die dat wie wat welke waar wanneer hoe of en maar want dus als dan toen toch ook nog al wel niet
    geen er hier daar nu deze dit straks vandaag gisteren morgen ik je jij u hij zij ze we wij jullie mij me hem
    haar ons hun mijn jouw uw onze zijn een het de van voor aan in op uit bij met naar om over door tegen tot zonder
    tijdens na per via namens onder tussen is was waren ben bent heeft had hebben hebt wil wilt wilde mag mogen
    mocht kan kunt kunnen kon moet moeten moest zal zou zullen zouden gaat ging gaan komt kwam komen staat stond
    staan zit zat zitten doet deed doen weet wist weten vindt vond vinden zegt zei zeggen vraagt vroeg vragen belt
    belde bellen mailt mailde mailen schrijft schreef stuurt stuurde wordt werd worden krijgt kreeg krijgen maakt
    maakte maken gebruikt gebruikte gebruiken werkt werkte werken woont woonde ligt leest las denkt dacht ziet zag
    hoort hoorde heet noemt geeft gaf neemt nam hoeft durft antwoordt reageert klaagt afdeling directie gemeente
    provincie ministerie dienst team organisatie overheid receptie balie overkant klant klanten voorzitter minister
    staatssecretaris directeur directeuren president burgemeester wethouder griffier secretaris ambassadeur rechter
    officier notaris advocaat dokter arts professor leraar docent loket systeem bedrijf politie project andere
    eerste tweede laatste nieuwe oude zelf alle alles iets iemand niemand mensen kamer ict it ai hr rijk gegevens
    naam persoon vrienden collega collegas bedankt dank alvast groeten groet allemaal mevrouw meneer heer ja nee oke
    ok hallo hoi graag even misschien vaak altijd soms zoals omdat terwijl who what which that this has have wants
    wanted asked asks said says may can could should would will must from at on the a an and or but to for with
    about not does did do thanks i you he she they my your our
    """
)

# Capitalised words after "ik ben" that say what someone is, not who.
ROLES = _words(
    """
    nederlander nederlandse belg ambtenaar rijksambtenaar adviseur beleidsadviseur beleidsmedewerker medewerker
    jurist manager projectleider projectmanager product owner scrum master chief data privacy information security
    officer functionaris gegevensbescherming directeur hoofd teamleider senior junior trainee stagiair student
    specialist expert ontwikkelaar developer engineer architect analist onderzoeker inspecteur inkoper redacteur
    communicatieadviseur woordvoerder griffier consultant teamlead coordinator coördinator programmamanager
    secretaris rijkstrainee docent
    """
)

# Tools, makers and organisations: never a name of a person, except right after a form of address.
NOT_PERSONS = _words(
    """
    chatgpt gpt claude copilot gemini bard mistral perplexity deepseek llama grok groq midjourney sora siri whisper
    qwen kimi otter fireflies cursor windsurf codeium firefly canva grammarly deepl translate notion notebooklm
    quillbot vlam vlamchat ollama amberscript wordtune scribbr stable diffusion magdat robin guus gem sammie mai
    kiki julius jasper openai microsoft google anthropic apple meta adobe amazon samsung github azure office word
    excel outlook teams powerpoint sharepoint onedrive windows edge bing chrome android whatsapp slack mattermost
    zoom instagram facebook enterprise business plus pro team max opus sonnet haiku api chat studio cloud rijk
    rijksoverheid overheid rijkswaterstaat belastingdienst uwv svb duo ind cjib kvk rdw rvo rivm knmi cbs dienst
    ministerie gemeente provincie waterschap directie tweede eerste kamer europese unie nederland ictu logius
    politie defensie douane justitie veiligheid financiën binnenlandse zaken buitenlandse economische sociale
    algemene volksgezondheid onderwijs infrastructuur landbouw klimaat raad autoriteit persoonsgegevens rekenkamer
    ombudsman inspectie amsterdam rotterdam utrecht den haag eindhoven groningen brussel europa amerika china
    verenigde staten verordening gegevensbescherming act avg woo bio dpia iama ai ict hr beste geachte groet groeten
    hallo hoi
    """
)

# Common given names in the Netherlands, without those that are also an ordinary word or a tool.
GIVEN_NAMES = _words(
    """
    jan piet peter pieter johan johannes hendrik henk hans kees cornelis willem gerrit dirk klaas jeroen jasmijn
    martijn marcel michiel michel maarten bart bas sander stefan stephan thomas tom tim tijn lars daan sem finn luuk
    lucas luca noah milan levi jesse ruben thijs koen niels rick rik robert rob ronald ruud ron richard edwin erwin
    erik eric frank fred frans gert gijs harm harry herman hugo jaap jacob jacobus jacques jelle joost joop joris
    jurgen kevin dennis patrick paul paulus raymond remco rene roel roelof sjoerd theo theodorus tjeerd ton vincent
    wim wouter wilhelmus yannick youssef mohamed mohammed ahmed ali hassan hussein ibrahim omar osman mehmet mustafa
    yusuf abdel karim rachid said samir bilal anna anne anneke annelies annemarie anita anouk antoinette astrid
    barbara bianca brenda carla carolien caroline chantal charlotte cornelia corrie daphne debbie diana dorien ellen
    els elly elisabeth emma esther eline evelien fatima femke floor fleur frederique gerda greetje hanneke hannah
    hanna heleen helena henriette ilse ineke inge ingrid irene isabel jacqueline janneke jantine jessica johanna
    jolanda josephine judith julia karen karin kim kirsten laura lieke linda lisanne lotte louise maaike maria
    marian marianne marieke marije marijke marit marjan marjolein marloes martine mary merel miranda mirjam monique
    naomi nadia nancy natasja nicole nienke noor olga patricia paula petra rianne renske rosanne saskia sandra sanne
    sara sarah silvia simone sofie sophie stephanie suzanne sylvia tamara tessa tineke trudy ursula vera wendy
    wilhelmina willemijn yvonne aisha amina ayse emine hatice khadija leila naima samira yasmina zeynep john james
    david daniel michael william mark martin chris christian alexander andre andrew anthony arjan arjen arie adriaan
    albert simon steven stijn teun elif mariam jane elizabeth susan margaret emily
    """
)
