/** Style and script of the HTML report. Both are let in by their hashes alone, so nothing of a linted text can run. */

export const style = `
:root { color-scheme: light dark; --ink: #1c1c1a; --paper: #fdfcf9; --soft: #6b6a64; --line: #dcd9d0; --box: #fff;
  --error: #b3261e; --warning: #9a6700; --info: #1f5fa8; --error-bg: #fbdcd9; --warning-bg: #fbeec2; --info-bg: #dcebfb; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6df; --paper: #1b1b19; --soft: #a09e96; --line: #3c3b37; --box: #262622;
  --error: #ff9a90; --warning: #f0c75e; --info: #8fc0f5; --error-bg: #5a2420; --warning-bg: #4f3f0e; --info-bg: #1d3a57; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header, main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { font-size: 1.4rem; margin: .5rem 0; } h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
a { color: var(--info); } small, .soft { color: var(--soft); }
.figures { display: flex; flex-wrap: wrap; gap: .75rem 2rem; margin: .75rem 0; padding: 0; list-style: none; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.2; }
.bad { color: var(--error); } ul.reasons { color: var(--error); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } td, th { padding: .2rem .6rem .2rem 0; text-align: left; vertical-align: middle; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; } td.bar { width: 45%; }
svg { display: block; width: 100%; height: 1rem; } rect.error { fill: var(--error); } rect.warning { fill: var(--warning); } rect.info { fill: var(--info); }
fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: .75rem 0; padding: .4rem .8rem .6rem; } legend { color: var(--soft); font-size: .85rem; }
fieldset label { display: inline-block; margin-right: 1rem; font-size: .9rem; } select { font: inherit; max-width: 100%; }
.file { border: 1px solid var(--line); border-radius: .4rem; margin: 1rem 0; background: var(--box); }
.file > summary { padding: .5rem .9rem; cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; padding: .5rem .9rem 1rem; border-top: 1px solid var(--line); font: 15px/1.75 Georgia, "Noto Serif", serif; }
.gap { color: var(--soft); }
mark { color: inherit; background: none; border-radius: .15rem; cursor: help; }
mark.error { background: var(--error-bg); border-bottom: 2px solid var(--error); } mark.warning { background: var(--warning-bg); border-bottom: 2px solid var(--warning); }
mark.info { background: var(--info-bg); border-bottom: 2px dotted var(--info); } mark.off { background: none; border: 0; cursor: auto; }
mark:focus-visible { outline: 2px solid var(--info); }
#card { position: absolute; z-index: 2; width: min(28rem, calc(100vw - 2rem)); padding: .7rem .9rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--box); box-shadow: 0 6px 24px rgb(0 0 0 / .22); font-size: .92rem; line-height: 1.5; overflow-wrap: anywhere; }
#card[hidden], .cards, .file[hidden] { display: none; }
.card + .card { border-top: 1px solid var(--line); margin-top: .6rem; padding-top: .6rem; }
.card p { margin: .15rem 0; } .level-error { color: var(--error); } .level-warning { color: var(--warning); } .level-info { color: var(--info); }
.instead b { font-weight: 600; } .source { font-size: .85rem; }
`;

export const script = `
"use strict";
const card = document.getElementById("card");
const marks = [...document.querySelectorAll("mark")];
const files = [...document.querySelectorAll(".file")];
const boxes = [...document.querySelectorAll("input[data-filter]")];
const chosen = document.getElementById("file");
const shown = document.getElementById("shown");
let hiding = 0;

function idsOf(mark) { return mark.dataset.ids.split(" ").filter((id) => isOn(document.getElementById("card-" + id))); }
function off(kind) { return new Set(boxes.filter((box) => box.dataset.filter === kind && !box.checked).map((box) => box.value)); }
let offRules = new Set(), offLevels = new Set();
function isOn(found) { return !offRules.has(found.dataset.rule) && !offLevels.has(found.dataset.level); }

function show(mark) {
  const ids = idsOf(mark);
  if (ids.length === 0) return hide();
  clearTimeout(hiding);
  card.replaceChildren(...ids.map((id) => { const copy = document.getElementById("card-" + id).cloneNode(true); copy.removeAttribute("id"); return copy; }));
  card.hidden = false;
  const at = mark.getClientRects()[0];
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8));
  const below = at.bottom + 6;
  const top = below + card.offsetHeight > innerHeight && at.top > card.offsetHeight + 6 ? at.top - card.offsetHeight - 6 : below;
  card.style.left = left + scrollX + "px";
  card.style.top = top + scrollY + "px";
}
function hide() { card.hidden = true; }
function hideSoon() { clearTimeout(hiding); hiding = setTimeout(hide, 150); }

for (const mark of marks) {
  mark.addEventListener("mouseenter", () => show(mark));
  mark.addEventListener("mouseleave", hideSoon);
  mark.addEventListener("focus", () => show(mark));
  mark.addEventListener("blur", hideSoon);
}
card.addEventListener("mouseenter", () => clearTimeout(hiding));
card.addEventListener("mouseleave", hideSoon);
addEventListener("resize", hide);
addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

function filter() {
  offRules = off("rule");
  offLevels = off("level");
  let count = 0;
  for (const file of files) {
    file.hidden = chosen.value !== "" && file.dataset.file !== chosen.value;
    if (!file.hidden) for (const found of file.querySelectorAll(".cards > .card")) if (isOn(found)) count++;
  }
  for (const mark of marks) {
    const ids = idsOf(mark);
    mark.classList.toggle("off", ids.length === 0);
    mark.tabIndex = ids.length === 0 ? -1 : 0;
  }
  shown.textContent = String(count);
  hide();
}
for (const box of boxes) box.addEventListener("change", filter);
chosen.addEventListener("change", filter);
filter();
`;
