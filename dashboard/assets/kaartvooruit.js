/* Another theme or year on the map at once, ahead of the page's own answer, which follows.
   What is needed for it (classes of every theme) comes once, after the first map is there. */
(function () {
  "use strict";
  const WACHT = 700; // ms: the first map comes first
  const GEDULD = 300; // ms: words that come sooner need no sign that they are coming
  // Other ways of looking are worked out by the server.
  const ANDERS = ["tweede", "vorig", "tegenover", "naast", "klassen"];
  const bewaard = new Map(); // area, level and edition -> classes of its themes
  let komt = null;

  function frame() {
    const alle = document.querySelectorAll("iframe.kaart-blad");
    return alle.length === 1 ? alle[0] : null;
  }

  /* Area, level, division and edition of the map that is on the page. */
  function plek(vak) {
    const adres = new URL(vak.getAttribute("src"), location.href);
    const deel = (naam) => adres.searchParams.get(naam) || "";
    const gebied = adres.pathname.split("/")[2];
    const sleutel = [gebied, deel("niveau"), deel("s")].join(" ");
    return { gebied, niveau: deel("niveau"), indeling: deel("indeling"), sleutel };
  }

  function haal() {
    const vak = frame();
    if (!vak) return;
    const { gebied, niveau, sleutel } = plek(vak);
    if (bewaard.has(sleutel)) return;
    bewaard.set(sleutel, {});
    const vraag = new URLSearchParams({ gebied, niveau });
    fetch("/kaart/klassen.json?" + vraag)
      .then((antwoord) => (antwoord.ok ? antwoord.json() : {}))
      .then((klassen) => bewaard.set(sleutel, klassen))
      .catch(() => bewaard.delete(sleutel)); // the page works without
  }

  /* What the map would show at an address, when that is certain; null leaves it to the page. */
  function wensVoor(adres) {
    const vak = frame();
    if (!vak || adres.pathname !== "/kaart") return null;
    const vraag = adres.searchParams;
    if (ANDERS.some((sleutel) => vraag.has(sleutel))) return null;
    const { gebied, niveau, indeling, sleutel } = plek(vak);
    const id = vraag.get("indicator");
    const alle = bewaard.get(sleutel) || {};
    if (vraag.get("gebied") !== gebied || vraag.get("niveau") !== niveau || !Object.hasOwn(alle, id)) return null;
    const { grenzen, kleuren, jaren, nieuwste } = alle[id];
    const jaar = vraag.get("jaar") || nieuwste;
    if (String(jaren[jaar]) !== indeling) return null;
    return { indicator: id, jaar, grenzen, kleuren, wijze: "een", vlakken: {} };
  }

  /* Words and legend are of the theme before for a moment. Where that lasts (a slow server), they
     are quiet until theirs come; shorter than that it would only flicker. */
  function laatKomen() {
    clearTimeout(komt);
    const wachtend = [];
    for (const id of ["kaart-kop", "kaart-legenda", "kaart-paneel"]) {
      const el = document.getElementById(id);
      if (!el) continue;
      const kijker = new MutationObserver(function () {
        kijker.disconnect();
        wachtend.splice(wachtend.indexOf(el), 1);
        el.classList.remove("komt");
      });
      wachtend.push(el);
      kijker.observe(el, { childList: true, subtree: true, characterData: true });
    }
    komt = setTimeout(function () {
      for (const el of wachtend) el.classList.add("komt");
      komt = setTimeout(() => document.querySelectorAll(".komt").forEach((el) => el.classList.remove("komt")), 4000);
    }, GEDULD);
  }

  function vooruit(href) {
    const wens = wensVoor(new URL(href, location.href));
    if (!wens) return;
    document.dispatchEvent(new CustomEvent("kaartvooruit", { detail: { frame: frame(), wens } }));
    window.wijken.vooruit = true;
    laatKomen();
  }

  document.addEventListener("change", function ({ target }) {
    if (target.id === "kaart-onderwerp") vooruit(target.value);
  }, true);

  document.addEventListener("click", function (gebeurtenis) {
    const { ctrlKey, metaKey, shiftKey, button, target } = gebeurtenis;
    if (ctrlKey || metaKey || shiftKey || button) return;
    const weg = target.closest("#kaart-keuzes-na a[href]");
    if (weg) vooruit(weg.getAttribute("href"));
  }, true);

  window.addEventListener("message", function ({ origin, source, data }) {
    const vak = frame();
    if (origin !== location.origin || !vak || source !== vak.contentWindow) return;
    if (data && data.soort === "gereed") setTimeout(haal, WACHT);
  });
})();
