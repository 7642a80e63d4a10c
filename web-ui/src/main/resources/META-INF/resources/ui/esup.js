// Comfort only: every page does all it does without this file.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  // After an error the summary is read first.
  var errors = document.getElementById("errors");
  if (errors) { errors.focus(); }

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("button[data-copy], [data-print]") : null;
    if (!button) { return; }
    if (button.hasAttribute("data-print")) { window.print(); return; }
    if (!navigator.clipboard) { return; }
    navigator.clipboard.writeText(button.getAttribute("data-copy")).then(function () {
      var words = button.querySelector("span");
      var before = words.textContent;
      words.setAttribute("role", "status");
      words.textContent = button.getAttribute("data-done");
      setTimeout(function () { words.textContent = before; }, 2000);
    });
  });

  // A second click sends nothing. The name of the pressed button still goes with the form: only later clicks are stopped.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(function () { delete form.dataset.sent; }, 5000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });

  // On paper nothing can be unfolded.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("main details:not([open])").forEach(function (part) { part.open = true; part.dataset.folded = "yes"; });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("main details[data-folded]").forEach(function (part) { part.open = false; delete part.dataset.folded; });
  });
})();
