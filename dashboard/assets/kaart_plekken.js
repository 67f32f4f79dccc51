/* Signs on the map: initiatives and facilities at their place (close ones together), counts of a wijk.
   The points are fetched once from the address in the wish; clusters are worked out once a zoom. */
(function () {
  "use strict";
  const { maak, vul, PIJLEN } = window.wijkenKaart;
  const DICHTBIJ = 26; // px: closer together two signs cannot be told apart or touched
  const MEEST = 6; // names in one tooltip
  const SAMEN = 12; // initiatives the page tells of at once
  const STRAAL = 15; // px, of a sign with a number, its light edge included
  const OPZIJ = [14, 22, 30, 38]; // px that a count moves aside for signs, at most
  const RICHTINGEN = [0, 180, 45, 135, 90, 315, 225, 270]; // degrees: names stand above it, bars under it
  const VEEL = 250; // more signs than this: only those in view are drawn
  const LEEG = { sleutel: "", punten: "", tellingen: [] };

  /* ---- which points are one sign ---- */

  /* Points of one kind that lie close on the screen become one sign with their number. A grid finds
     what is near, so that five thousand cost no more than five thousand looks. */
  function trossen(kaart, punten) {
    const vakken = new Map();
    const uit = [];
    const vak = (soort, x, y) => soort + " " + x + " " + y;
    for (const punt of punten) {
      const hier = kaart.kaart.latLngToLayerPoint(punt.plek);
      const [x, y] = [Math.floor(hier.x / DICHTBIJ), Math.floor(hier.y / DICHTBIJ)];
      let bij = null;
      for (let dx = -1; dx <= 1 && !bij; dx += 1) {
        for (let dy = -1; dy <= 1 && !bij; dy += 1) {
          const lijst = vakken.get(vak(punt.soort, x + dx, y + dy)) || [];
          bij = lijst.find((tros) => tros.midden.distanceTo(hier) < DICHTBIJ) || null;
        }
      }
      if (bij) {
        bij.punten.push(punt);
        continue;
      }
      const tros = { soort: punt.soort, midden: hier, punten: [punt] };
      uit.push(tros);
      const eigen = vak(punt.soort, x, y);
      if (vakken.has(eigen)) vakken.get(eigen).push(tros);
      else vakken.set(eigen, [tros]);
    }
    return uit;
  }

  function grenzen(punten) {
    return L.latLngBounds(punten.map((punt) => punt.plek));
  }

  /* Whether points that are one sign now would be several at the deepest zoom. */
  function kanUiteen(kaart, punten) {
    const { kaart: blad } = kaart;
    if (punten.length < 2 || blad.getZoom() > blad.getMaxZoom() - 0.01) return false;
    const vak = grenzen(punten);
    const diep = (plek) => blad.project(plek, blad.getMaxZoom());
    return diep(vak.getNorthWest()).distanceTo(diep(vak.getSouthEast())) > DICHTBIJ;
  }

  function haalUiteen(kaart, punten, { toets }) {
    const { kaart: blad } = kaart;
    const vak = grenzen(punten);
    const diep = Math.min(blad.getMaxZoom(), Math.max(blad.getZoom() + 1, blad.getBoundsZoom(vak.pad(0.3))));
    kaart.naarBord = toets ? vak.getCenter() : null; // the sign nearest to it gets the focus
    const stil = matchMedia("(prefers-reduced-motion: reduce)").matches;
    blad.setView(vak.getCenter(), diep, { animate: !stil });
  }

  /* ---- what choosing a sign does ---- */

  function toonInitiatieven(kaart, wat) {
    const nu = kaart.wens && kaart.wens.initiatief ? kaart.wens.initiatief.join(" ") : "";
    const gekozen = nu === wat.join(" ") ? [] : wat;
    if (kaart.wens) kaart.wens = { ...kaart.wens, initiatief: gekozen };
    merk(kaart);
    kaart.meld({ soort: "initiatief", wat: gekozen });
  }

  /* A cluster opens as far as it can; what stays together is told together. */
  function kiesTros(kaart, tros, hoe) {
    const { soort, punten } = tros;
    if (kanUiteen(kaart, punten)) haalUiteen(kaart, punten, hoe);
    else if (soort === "initiatief") toonInitiatieven(kaart, tros.wat);
    else if (punten[0].code) kiesGebied(kaart, punten[0].code);
  }

  function kiesGebied(kaart, code) {
    if (kaart.lagen.has(code)) kaart.kies(code);
    else if (!kaart.wens.keuze || !kaart.wens.keuze.meer) kaart.meld({ soort: "gekozen", code });
  }

  /* ---- the signs ---- */

  function bord(kaart, wat) {
    const { plek, teken, klasse, maat, alt, toetsen } = wat;
    const icon = L.divIcon({ html: maak("span", "", teken), className: klasse, iconSize: maat });
    const hoog = toetsen ? 1000 : 0;
    // Leaflet would bring a sign into view at every focus, also when it is only drawn anew.
    const eigen = { icon, pane: "plekken", alt, keyboard: false, autoPanOnFocus: false, zIndexOffset: hoog };
    const marker = L.marker(plek, eigen);
    marker.addTo(kaart.plekken);
    marker.bindTooltip(wat.wijzer, { direction: "top", offset: [0, -12], className: "wijzer" });
    marker.on("click", () => wat.kies({ toets: false }));
    const el = marker.getElement();
    if (toetsen) maakKnop(kaart, el, wat);
    else el.setAttribute("aria-hidden", "true"); // the panel lists them in words
    return marker;
  }

  /* One stop for the tab key; arrows walk from sign to sign. */
  function maakKnop(kaart, el, wat) {
    el.setAttribute("role", "button");
    el.setAttribute("aria-label", wat.alt);
    el.setAttribute("tabindex", kaart.borden.length ? "-1" : "0");
    const eigen = { el, plek: L.latLng(wat.plek), wat: wat.wat };
    kaart.borden.push(eigen);
    el.addEventListener("focus", () => {
      zetNu(kaart, eigen);
      // A sign that moved under a finger would be missed: this is for keys.
      if (!kaart.geeftFocus && el.matches(":focus-visible")) inBeeld(kaart, eigen.plek);
    });
    el.addEventListener("keydown", (gebeurtenis) => {
      const { key } = gebeurtenis;
      if (key !== "Enter" && key !== " " && !Object.hasOwn(PIJLEN, key)) return;
      gebeurtenis.preventDefault();
      gebeurtenis.stopPropagation();
      if (!Object.hasOwn(PIJLEN, key)) return wat.kies({ toets: true });
      const buur = kaart.naaste(eigen, kaart.borden, (bord) => bord.plek, PIJLEN[key]);
      if (buur) buur.el.focus();
    });
  }

  function inBeeld(kaart, plek) {
    const stil = matchMedia("(prefers-reduced-motion: reduce)").matches;
    kaart.kaart.panInside(plek, { padding: [DICHTBIJ, DICHTBIJ], animate: !stil });
  }

  function zetNu(kaart, gekozen) {
    for (const { el } of kaart.borden) el.setAttribute("tabindex", el === gekozen.el ? "0" : "-1");
  }

  function merk(kaart) {
    const gekozen = new Set((kaart.wens && kaart.wens.initiatief) || []);
    for (const { el, wat } of kaart.borden) {
      const aan = wat.some((id) => gekozen.has(id));
      el.classList.toggle("gekozen", aan);
      el.setAttribute("aria-pressed", String(aan));
    }
  }

  /* A count of a wijk has no place of its own: it moves aside, no further than it has to, for signs
     that have one. Where all is full it takes what is least so. */
  function vrijePlek(kaart, plek, bezet) {
    const midden = kaart.kaart.latLngToLayerPoint(plek);
    const stap = (afstand, graden) => {
      const hoek = (graden * Math.PI) / 180;
      return midden.add([afstand * Math.cos(hoek), afstand * Math.sin(hoek)]);
    };
    const ruimte = (punt) => Math.min(...bezet.map((ander) => ander.midden.distanceTo(punt) - ander.straal - STRAAL));
    let beste = midden;
    let meest = ruimte(midden);
    for (const afstand of OPZIJ) {
      for (const graden of RICHTINGEN) {
        if (meest >= 0) break;
        const punt = stap(afstand, graden);
        const over = ruimte(punt);
        if (over > meest) [beste, meest] = [punt, over];
      }
    }
    bezet.push({ midden: beste, straal: STRAAL });
    return beste === midden ? plek : kaart.kaart.layerPointToLatLng(beste);
  }

  function telling(kaart, { code, aantal, tekst }, plek) {
    const kies = () => toonInitiatieven(kaart, [code]);
    const wijzer = () => maak("span", "", tekst);
    bord(kaart, { plek, teken: String(aantal), klasse: "plek", maat: [2 * STRAAL, 2 * STRAAL], alt: tekst, toetsen: true, wijzer, kies, wat: [code] });
  }

  function wijzer(punten) {
    const uit = maak("div");
    for (const { tekst } of punten.slice(0, MEEST)) uit.append(maak("span", "punt", tekst));
    if (punten.length > MEEST) uit.append(maak("span", "wat", "+ " + (punten.length - MEEST)));
    return uit;
  }

  function inWoorden(kaart, punten) {
    if (punten.length === 1) return punten[0].tekst;
    const { tros, trosMeer } = kaart.g.zinnen;
    const eerste = punten.slice(0, MEEST).map((punt) => punt.tekst).join("; ");
    const rest = punten.length - MEEST;
    const namen = rest > 0 ? vul(trosMeer, { namen: eerste, aantal: rest }) : eerste;
    return vul(tros, { aantal: punten.length, namen });
  }

  /* How wide the sign is; a single initiative is a small one. */
  function maatVan({ soort, punten }) {
    return soort === "initiatief" && punten.length === 1 ? 24 : 2 * STRAAL;
  }

  function tekenTros(kaart, tros) {
    const { soort, punten } = tros;
    const [een, eigen] = [punten.length === 1, soort === "initiatief"];
    tros.wat = eigen ? punten.slice(0, SAMEN).map((punt) => punt.id) : [];
    bord(kaart, {
      plek: punten[0].plek,
      teken: een ? punten[0].teken || "" : String(punten.length),
      klasse: (eigen ? "plek punt" : "plek vierkant") + (een ? " los" : "") + (punten.length > 99 ? " veel" : ""),
      maat: [maatVan(tros), maatVan(tros)],
      alt: inWoorden(kaart, punten),
      toetsen: eigen,
      wijzer: () => wijzer(punten),
      kies: (hoe) => kiesTros(kaart, tros, hoe),
      wat: eigen ? punten.map((punt) => punt.id) : [],
    });
  }

  /* Signs that are drawn anew would lose the focus: it goes to what lies nearest. */
  function geefFocus(kaart, plek) {
    const afstand = (bord) => bord.plek.distanceTo(plek);
    const naast = kaart.borden.reduce((a, b) => (a && afstand(a) <= afstand(b) ? a : b), null);
    kaart.geeftFocus = true;
    if (naast) naast.el.focus({ preventScroll: true });
    kaart.geeftFocus = false;
  }

  function teken(kaart) {
    // Of who has gone on to the page around the map the focus stays there.
    const had = document.hasFocus() && kaart.borden.find(({ el }) => el === document.activeElement);
    const naar = kaart.naarBord || (had && had.plek);
    kaart.naarBord = null;
    kaart.plekken.clearLayers();
    kaart.borden = [];
    const waar = new Map(kaart.g.wijken.map(([code, , lat, lng]) => [code, [lat, lng]]));
    const punt = (tros) => kaart.kaart.latLngToLayerPoint(tros.punten[0].plek);
    const bezet = kaart.trossen.map((tros) => ({ midden: punt(tros), straal: maatVan(tros) / 2 }));
    for (const plek of kaart.plekdata.tellingen) {
      if (waar.has(plek.code)) telling(kaart, plek, vrijePlek(kaart, waar.get(plek.code), bezet));
    }
    const veel = kaart.trossen.length > VEEL;
    const beeld = veel ? kaart.kaart.getBounds().pad(0.1) : null;
    for (const tros of kaart.trossen) if (!veel || beeld.contains(tros.punten[0].plek)) tekenTros(kaart, tros);
    merk(kaart);
    if (naar) geefFocus(kaart, naar);
  }

  function verdeel(kaart) {
    kaart.trossen = trossen(kaart, kaart.punten);
    teken(kaart);
  }

  function zegMislukt(kaart, aan) {
    if (kaart.mislukt) kaart.mislukt.remove();
    kaart.mislukt = aan ? L.control({ position: "bottomright" }) : null;
    if (!aan) return;
    kaart.mislukt.onAdd = () => maak("p", "bron mislukt", kaart.g.zinnen.puntenMislukt);
    kaart.mislukt.addTo(kaart.kaart);
  }

  function haal(kaart, adres) {
    zegMislukt(kaart, false);
    kaart.punten = [];
    document.body.dataset.plekken = adres ? "komt" : "klaar";
    if (!adres) return;
    fetch(adres)
      .then((antwoord) => (antwoord.ok ? antwoord.json() : Promise.reject(antwoord.status)))
      .then((punten) => {
        if (kaart.plekdata.punten !== adres) return; // another filter was chosen meanwhile
        kaart.punten = punten;
        verdeel(kaart);
        kaart.schikNamen(); // bars and names make way
        document.body.dataset.plekken = "klaar";
      })
      .catch(() => {
        if (kaart.plekdata.punten !== adres) return;
        kaart.plekdata = LEEG; // whatever is asked of the map next asks for them again
        document.body.dataset.plekken = "mislukt";
        zegMislukt(kaart, true);
      });
  }

  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      Object.assign(kaart, { plekdata: LEEG, punten: [], trossen: [], borden: [], naarBord: null });
      kaart.plekken = L.layerGroup().addTo(kaart.kaart);
      kaart.kaart.on("zoomend", () => {
        if (!kaart.punten.length && !kaart.plekdata.tellingen.length) return;
        verdeel(kaart);
        kaart.schikNamen(); // what makes way does so for where they are now
      });
      kaart.kaart.on("moveend", () => (kaart.trossen.length > VEEL ? teken(kaart) : null));
    },

    /* Only when these changed: another theme or year of the figures leaves all of this alone. */
    toon(kaart, wens) {
      const { punten: waar, tellingen } = wens.lagen || LEEG;
      // The map in one file has them at hand.
      const erbij = Array.isArray(waar) ? waar : null;
      const punten = erbij ? "erbij" : waar;
      const sleutel = punten + " " + tellingen.map((plek) => plek.code + plek.aantal).join();
      if (sleutel === kaart.plekdata.sleutel) return merk(kaart);
      const ander = punten !== kaart.plekdata.punten;
      kaart.plekdata = { sleutel, punten, tellingen };
      if (erbij) kaart.punten = erbij;
      else if (ander || !punten) haal(kaart, punten);
      verdeel(kaart);
      kaart.schikNamen();
    },
  });
})();
