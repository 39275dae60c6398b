// Without this script the page works too: it adds the new answer in place instead of loading the page again.
"use strict";

const form = document.getElementById("ask");
const log = document.getElementById("log");
const field = document.getElementById("question");
const problem = document.getElementById("problem");
const status = document.getElementById("status");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let busy = false;

document.getElementById("keys")?.removeAttribute("hidden");
if (log.children.length === 0) field.focus();
revealCopyButtons();

field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector(".send"));
});

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (button && button.name === "to_language") return; // loads the page in the other language
  event.preventDefault();
  if (busy) return;
  const typed = !button || button.name === "";
  if (typed && field.value.trim() === "") {
    complain(form.dataset.empty);
    field.focus();
    return;
  }
  ask(new URLSearchParams(new FormData(form, button)), typed);
});

async function ask(question, typed) {
  setBusy(true);
  complain("");
  try {
    const response = await fetch("/ask", { method: "POST", body: question, headers: { "Magdat-Fragment": "1" } });
    const text = await response.text();
    const readable = response.ok || (response.headers.get("Content-Type") || "").startsWith("text/plain");
    if (!response.ok) throw new Error(readable ? text : "");
    add(text);
    if (typed) field.value = "";
  } catch (error) {
    complain(error instanceof TypeError || error.message === "" ? form.dataset.failed : error.message);
  } finally {
    setBusy(false);
  }
}

function add(html) {
  document.getElementById("start")?.remove();
  document.getElementById("keys")?.remove();
  document.getElementById("again").hidden = false;
  log.insertAdjacentHTML("beforeend", html);
  const turn = log.lastElementChild;
  revealCopyButtons();
  turn.querySelector("h2").focus({ preventScroll: true });
  turn.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "start" });
}

function setBusy(now) {
  busy = now;
  form.classList.toggle("busy", now);
  log.setAttribute("aria-busy", String(now));
  status.textContent = now ? form.dataset.busy : "";
}

function complain(sentence) {
  problem.textContent = sentence;
  field.setAttribute("aria-invalid", String(sentence !== ""));
}

function revealCopyButtons() {
  if (!navigator.clipboard) return; // only where the browser lets a page copy
  for (const button of log.querySelectorAll(".copy[hidden]")) button.hidden = false;
}

log.addEventListener("click", async (event) => {
  const mark = event.target.closest("a.mark");
  if (mark) {
    event.preventDefault();
    const quote = document.getElementById(mark.hash.slice(1)).closest("details");
    for (let folded = quote; folded; folded = folded.parentElement.closest("details")) folded.open = true;
    quote.querySelector("summary").focus({ preventScroll: true });
    quote.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "center" });
  }
  const copy = event.target.closest(".copy");
  if (copy) {
    await navigator.clipboard.writeText(copy.dataset.text);
    status.textContent = copy.textContent = copy.dataset.copied;
  }
});

// What is folded on the screen is shown on paper, and folded again afterwards.
addEventListener("beforeprint", () => {
  for (const quote of document.querySelectorAll("details:not([open])")) {
    quote.dataset.folded = "";
    quote.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const quote of document.querySelectorAll("details[data-folded]")) {
    delete quote.dataset.folded;
    quote.open = false;
  }
});
