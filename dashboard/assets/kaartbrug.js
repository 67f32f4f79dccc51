/* The page's side of the map: passes wishes to the frame, and choices in the frame to the page. */
(function () {
  "use strict";
  const FRAME = "kaart-blad";
  let wens = null;
  let laatste = null; // what had the focus: words that are drawn anew would lose it

  function venster() {
    const frame = document.getElementById(FRAME);
    return frame ? frame.contentWindow : null;
  }

  function zend() {
    const frame = document.getElementById(FRAME);
    // A wish for another map waits until that map says it is ready.
    if (!frame || !wens || frame.getAttribute("src") !== wens.blad) return;
    frame.contentWindow.postMessage({ soort: "toon", wens: wens }, location.origin);
  }

  /* The address is the state: a choice on the map is a step to another address of this page. */
  function kies(code) {
    if (typeof code !== "string" || !/^([A-Z]{2}\d+)?$/.test(code)) return;
    const vraag = new URLSearchParams(location.search);
    if (code) vraag.set("selectie", code);
    else vraag.delete("selectie");
    vraag.sort();
    window.wijken.naar(location.pathname + "?" + vraag);
  }

  window.addEventListener("message", function (bericht) {
    if (bericht.origin !== location.origin || bericht.source !== venster()) return;
    if (!bericht.data) return;
    if (bericht.data.soort === "gereed") zend();
    if (bericht.data.soort === "gekozen") kies(bericht.data.code);
  });

  document.addEventListener("focusin", function (gebeurtenis) {
    const vak = gebeurtenis.target.closest("[id^=kaart-]");
    laatste = vak ? { vak: vak.id, soort: gebeurtenis.target.tagName, tekst: gebeurtenis.target.textContent } : null;
  });

  function geefFocusTerug() {
    const vak = laatste && document.activeElement === document.body && document.getElementById(laatste.vak);
    if (!vak) return;
    const zelfde = [...vak.querySelectorAll(laatste.soort)].find((el) => el.textContent === laatste.tekst);
    if (zelfde) zelfde.focus({ preventScroll: true });
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.kaart = {
    toon: function (nieuw) {
      wens = nieuw || null;
      zend();
      requestAnimationFrame(geefFocusTerug);
      return window.dash_clientside.no_update;
    },
  };
})();
