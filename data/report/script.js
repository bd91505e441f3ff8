"use strict";
(() => {
  const list = document.getElementById("incidents");
  const all = [...list.children];
  const form = document.getElementById("find");
  const count = document.getElementById("count");
  const show = () => {
    const words = form.words.value.toLowerCase().trim();
    const verdict = form.verdict.value;
    let shown = 0;
    for (const section of all) {
      const fits = (!words || section.dataset.words.includes(words))
        && (!verdict || section.dataset.verdicts.split(" ").includes(verdict));
      section.hidden = !fits;
      shown += fits;
    }
    count.textContent = shown + " of " + all.length + " incidents";
  };
  const sort = () => {
    const key = form.sort.value;
    const number = (s) => Number(s.dataset[key]);
    const by = key === "name" ? (a, b) => a.dataset.at - b.dataset.at
      : key === "date" ? (a, b) => a.dataset.date.localeCompare(b.dataset.date) || a.dataset.at - b.dataset.at
        : (a, b) => number(b) - number(a) || a.dataset.at - b.dataset.at;
    list.append(...[...all].sort(by));
  };
  form.addEventListener("input", show);
  form.sort.addEventListener("change", sort);
  form.addEventListener("submit", (e) => e.preventDefault());
  // A link to words that are folded away opens them.
  const open = () => {
    const words = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = words && words.closest("details");
    if (folded) { folded.open = true; words.scrollIntoView(); }
  };
  addEventListener("hashchange", open);
  open();
  show();
})();
