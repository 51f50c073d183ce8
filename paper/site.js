"use strict";
// Tables sort by their headers and show the rows that hold what is typed.
for (const box of document.querySelectorAll(".table")) {
  const body = box.querySelector("tbody"), rows = [...body.rows], count = box.querySelector("output");
  box.querySelector("input").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    count.value = `${shown} of ${rows.length} rows`;
  });
  box.querySelectorAll("th").forEach((header, column) => {
    header.querySelector("button").addEventListener("click", () => {
      const up = header.getAttribute("aria-sort") !== "ascending";
      box.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
      header.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => row.cells[column].textContent;
      const numbers = rows.every((row) => value(row) === "" || !Number.isNaN(Number(value(row))));
      const order = (a, b) => {
        const x = value(a), y = value(b);
        if ((x === "") !== (y === "")) return x === "" ? 1 : -1; // what is missing stays last
        return (numbers ? Number(x) - Number(y) : x.localeCompare(y)) * (up ? 1 : -1);
      };
      body.append(...rows.sort(order));
    });
  });
}
// A row that a number links to stands in a part that is folded.
const open = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  target.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", open);
open();
