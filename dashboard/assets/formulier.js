/* Forms: a file that is dropped or too large, and typed text that would be lost by leaving. */
(function () {
  "use strict";
  document.querySelectorAll("[data-bestand]").forEach(function (veld) {
    const invoer = veld.querySelector('input[type="file"]');
    const melding = veld.querySelector('[role="alert"]');

    function keur() {
      const bestand = invoer.files[0];
      const groot = bestand && bestand.size > Number(veld.dataset.meest) * 1024 * 1024;
      melding.textContent = groot ? veld.dataset.teGroot : "";
      invoer.setCustomValidity(groot ? veld.dataset.teGroot : "");
      invoer.toggleAttribute("aria-invalid", Boolean(groot));
    }

    invoer.addEventListener("change", keur);
    ["dragenter", "dragover"].forEach(function (naam) {
      veld.addEventListener(naam, function (event) {
        event.preventDefault();
        veld.classList.add("hierheen");
      });
    });
    ["dragleave", "drop"].forEach(function (naam) {
      veld.addEventListener(naam, function () { veld.classList.remove("hierheen"); });
    });
    veld.addEventListener("drop", function (event) {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      invoer.files = event.dataTransfer.files;
      keur();
    });
  });

  document.querySelectorAll("form[data-bewaak]").forEach(function (formulier) {
    let veranderd = false;
    formulier.addEventListener("input", function () { veranderd = true; });
    formulier.addEventListener("submit", function () { veranderd = false; });
    window.addEventListener("beforeunload", function (event) {
      if (veranderd) event.preventDefault();
    });
  });
})();
