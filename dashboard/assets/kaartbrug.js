/* The page's side of the map: passes a wish to each frame, and what happens in a frame to the page. */
(function () {
  "use strict";
  let wensen = []; // one for each map on the page; a frame belongs to the wish with its address
  const schalen = new WeakMap(); // metres a pixel that each frame needs to fit its area
  let laatste = null; // what had the focus: words that are drawn anew would lose it

  function frames() {
    return [...document.querySelectorAll("iframe.kaart-blad")];
  }

  function wensVan(frame) {
    return wensen.find((deel) => deel.blad === frame.getAttribute("src"));
  }

  function stuur(frame, bericht) {
    frame.contentWindow.postMessage(bericht, location.origin);
  }

  /* A wish for another map waits until that map says it is ready. */
  function zend(frame) {
    const wens = wensVan(frame);
    if (wens) stuur(frame, { soort: "toon", wens: wens });
  }

  /* Maps side by side have one scale: at first the coarsest that one of them needs. */
  function deelSchaal(frame, { mpp, begin }) {
    const alle = frames();
    if (!(mpp > 0) || alle.length < 2) return;
    if (!begin) {
      for (const ander of alle) if (ander !== frame) stuur(ander, { soort: "schaal", begin: false, mpp: mpp });
      return;
    }
    schalen.set(frame, mpp);
    if (!alle.every((deel) => schalen.has(deel))) return;
    const grofste = Math.max(...alle.map((deel) => schalen.get(deel)));
    for (const deel of alle) stuur(deel, { soort: "schaal", begin: true, mpp: grofste });
  }

  /* The address is the state: a choice on the map is a step to another address of this page. With
     two maps it is that of the map where something was chosen. */
  function vraagVan(frame) {
    const wens = frames().length > 1 ? wensVan(frame) : null;
    return new URLSearchParams(wens ? wens.adres.split("?")[1] : location.search);
  }

  function zet(vraag, sleutel, waarde) {
    if (waarde) vraag.set(sleutel, waarde);
    else vraag.delete(sleutel);
  }

  function naar(vraag) {
    vraag.sort();
    window.wijken.naar(location.pathname + "?" + vraag);
  }

  function kies(code, frame) {
    if (typeof code !== "string" || !/^([A-Z]{2}[0-9A-Z]+(\+[A-Z]{2}[0-9A-Z]+)*)?$/.test(code)) return;
    const vraag = vraagVan(frame);
    zet(vraag, "selectie", code.replaceAll("+", " ")); // a blank is a + in an address
    // A code was re-used for other areas: the address says in which division it is meant.
    const wens = wensVan(frame);
    zet(vraag, "gekozen_in", code && wens && wens.keuze && wens.keuze.in);
    vraag.delete("initiatief");
    naar(vraag);
  }

  /* One choice at a time, but for who is gathering areas: those stay. */
  function kiesInitiatief(wat, frame) {
    if (!Array.isArray(wat) || !wat.every((id) => typeof id === "string" && id.length < 200)) return;
    const vraag = vraagVan(frame);
    zet(vraag, "initiatief", wat.join(" "));
    if (vraag.get("meer") !== "ja") for (const weg of ["selectie", "gekozen_in"]) vraag.delete(weg);
    naar(vraag);
  }

  window.addEventListener("message", function (bericht) {
    if (bericht.origin !== location.origin || !bericht.data) return;
    const frame = frames().find((deel) => deel.contentWindow === bericht.source);
    if (!frame) return;
    if (bericht.data.soort === "gereed") zend(frame);
    else if (bericht.data.soort === "gekozen") kies(bericht.data.code, frame);
    else if (bericht.data.soort === "initiatief") kiesInitiatief(bericht.data.wat, frame);
    else if (bericht.data.soort === "schaal") deelSchaal(frame, bericht.data);
    // Other messages are for who asked for them: extensions on the map and on the page.
    else document.dispatchEvent(new CustomEvent("wijkenkaart", { detail: { frame, bericht: bericht.data } }));
  });

  /* The same message, heard before this line ends: a posted one waits for the next picture. */
  function stuurMeteen(frame, bericht) {
    const heen = { data: bericht, origin: location.origin, source: window };
    frame.contentWindow.dispatchEvent(new MessageEvent("message", heen));
  }

  /* Ahead of the server (kaartvooruit.js): what is known already; its own answer follows. */
  document.addEventListener("kaartvooruit", function (gebeurtenis) {
    const { frame, wens } = gebeurtenis.detail;
    const nu = wensVan(frame);
    if (nu) stuurMeteen(frame, { soort: "toon", wens: Object.assign({}, nu, wens) });
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
      wensen = nieuw || [];
      frames().forEach(zend);
      requestAnimationFrame(geefFocusTerug);
      return window.dash_clientside.no_update;
    },
  };
})();
