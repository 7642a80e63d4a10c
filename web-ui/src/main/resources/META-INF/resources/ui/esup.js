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

  // A table wider than its place is scrolled, by the keyboard too.
  function reach(part) {
    var caption = part.querySelector("caption");
    if (part.scrollWidth > part.clientWidth) {
      part.tabIndex = 0;
      part.setAttribute("role", "region");
      if (caption) { part.setAttribute("aria-label", caption.textContent.trim()); }
    } else {
      ["tabindex", "role", "aria-label"].forEach(function (name) { part.removeAttribute(name); });
    }
  }
  // Fonts that come later change the width as well as a window that is turned.
  var widths = new ResizeObserver(function (changes) {
    changes.forEach(function (change) { reach(change.target.closest(".table")); });
  });
  document.querySelectorAll("main .table").forEach(function (part) {
    reach(part);
    widths.observe(part);
    widths.observe(part.firstElementChild);
  });

  // On paper nothing can be unfolded.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("main details:not([open])").forEach(function (part) { part.open = true; part.dataset.folded = "yes"; });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("main details[data-folded]").forEach(function (part) { part.open = false; delete part.dataset.folded; });
  });
})();
