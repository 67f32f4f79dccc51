/* The map inside its frame: draws the shapes once, tells what is chosen, and lets others add to it.
   An extension is { maak(kaart), toon(kaart, wens, vorige), bericht(kaart, bericht) }: called once after
   the map is made, at every wish of the page, and at any other message of the page. It may lean on kaart.kaart (Leaflet), kaart.g (the data), kaart.lagen
   (code -> layer), kaart.meld(message to the page) and kaart.kies(code). */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  // Width and height on A4 in CSS pixels, so that the legend still fits under it.
  const PAPIER = [672, 600];
  const PIJLEN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const uitbreidingen = [];

  function maak(soort, klasse, tekst) {
    const el = document.createElement(soort);
    if (klasse) el.className = klasse;
    if (tekst !== undefined) el.textContent = tekst;
    return el;
  }

  function svg(ouder, soort, eigenschappen) {
    const el = document.createElementNS(SVG, soort);
    for (const [naam, waarde] of Object.entries(eigenschappen)) el.setAttribute(naam, waarde);
    return ouder.appendChild(el);
  }

  /* A sentence with its fields filled in; one that is not known stays as it is. */
  function vul(zin, velden) {
    return zin.replace(/\{(\w+)\}/g, (alles, naam) => (Object.hasOwn(velden, naam) ? String(velden[naam]) : alles));
  }

  class Kaart {
    constructor(id, gegevens) {
      this.g = gegevens;
      this.wens = null;
      this.lagen = new Map();
      this.randen = new Map();
      this.plaats = new Map(gegevens.codes.map((code, n) => [code, n]));
      this.nu = gegevens.codes[0];
      this.maakKaart(id);
      this.maakVlakken();
      this.maakLijnen();
      this.maakNamen();
      this.maakRand();
      for (const deel of uitbreidingen) if (deel.maak) deel.maak(this);
    }

    maakKaart(id) {
      const vlak = document.getElementById(id);
      vlak.setAttribute("aria-label", document.title + ". " + this.g.zinnen.uitleg);
      this.kaart = L.map(vlak, {
        attributionControl: false,
        zoomControl: false,
        keyboard: false, // arrows walk from area to area
        scrollWheelZoom: false, // the wheel and one finger scroll the page around the map
        dragging: !L.Browser.mobile,
        zoomSnap: 0, // the first view fills the frame exactly
        zoomDelta: 0.5,
        maxBoundsViscosity: 1,
      });
      vlak.removeAttribute("tabindex");
      for (const naam of ["vlakken", "randen", "wijken", "omtrek", "keuze", "namen", "plekken"]) {
        const laag = this.kaart.createPane(naam);
        laag.style.zIndex = String(400 + this.kaart.getPane(naam).parentNode.children.length);
        if (naam !== "vlakken" && naam !== "plekken") laag.style.pointerEvents = "none";
      }
      this.hoeken = L.latLngBounds(this.g.hoeken);
      this.passend();
      this.kaart.setMaxBounds(this.hoeken.pad(0.4));
      this.kaart.on("zoomend", () => this.schikNamen());
      this.meetVoorPapier();
      new ResizeObserver(() => this.bijMaat()).observe(vlak);
    }

    passend() {
      const smal = this.kaart.getSize().x < 500;
      this.kaart.setMinZoom(0);
      this.kaart.fitBounds(this.hoeken, { padding: smal ? [6, 26] : [12, 30], animate: false });
      this.beginzoom = this.kaart.getZoom();
      this.kaart.setMinZoom(this.beginzoom - 0.5);
      this.kaart.setMaxZoom(this.beginzoom + 4);
    }

    bijMaat() {
      const ongemoeid = this.kaart.getZoom() === this.beginzoom;
      this.kaart.invalidateSize({ animate: false });
      if (ongemoeid) this.passend();
      this.schikNamen();
      this.meetVoorPapier();
    }

    // Nothing runs again for paper: the sheet keeps this size there, and is scaled to its place.
    meetVoorPapier() {
      const { x, y } = this.kaart.getSize();
      const stijl = document.documentElement.style;
      stijl.setProperty("--breed", x + "px");
      stijl.setProperty("--hoog", y + "px");
      stijl.setProperty("--papier-schaal", String(Math.min(PAPIER[0] / x, PAPIER[1] / y) || 1));
    }

    maakVlakken() {
      const pane = "vlakken";
      this.vlakken = L.geoJSON(this.g.vlakken, {
        pane,
        style: { fillOpacity: 1, fillColor: "#FBFAF6", color: "#FBFAF6", weight: 2 },
        onEachFeature: (vlak, laag) => this.maakVlak(vlak.id, laag),
      }).addTo(this.kaart);
      for (const [code, laag] of this.lagen) this.maakKnop(code, laag.getElement());
      // Cased: a dark line in a paper one reads on every colour, the darkest and the lightest.
      const kaal = { fill: false, stroke: false, interactive: false };
      L.geoJSON(this.g.vlakken, {
        pane: "randen",
        interactive: false,
        style: { ...kaal, stroke: true, weight: 0.7, color: "#6B7479" },
        onEachFeature: (vlak, laag) => this.randen.set(vlak.id, laag),
      }).addTo(this.kaart);
    }

    maakVlak(code, laag) {
      this.lagen.set(code, laag);
      laag.bindTooltip(() => this.wijzer(code), { direction: "top", className: "wijzer", opacity: 1 });
      laag.on("click", () => this.kies(code));
      laag.on("keydown", (gebeurtenis) => this.toets(code, gebeurtenis.originalEvent));
    }

    maakKnop(code, el) {
      el.setAttribute("role", "button");
      el.setAttribute("tabindex", code === this.nu ? "0" : "-1");
      el.dataset.code = code;
      el.addEventListener("focus", () => this.bijFocus(code));
      el.addEventListener("blur", () => this.ring(null));
    }

    maakLijnen() {
      const lijn = (vorm, pane, stijl) =>
        L.geoJSON(vorm, { pane, interactive: false, style: { fill: false, ...stijl } }).addTo(this.kaart);
      if (this.g.wijkgrenzen) {
        lijn(this.g.wijkgrenzen, "wijken", { color: "#FBFAF6", weight: 3.6 });
        lijn(this.g.wijkgrenzen, "wijken", { color: "#3C4549", weight: 1.2 });
      }
      lijn(this.g.omtrek, "omtrek", { color: "#1E2528", weight: 1.6 });
      this.gekozenRand = L.layerGroup([], { pane: "keuze" }).addTo(this.kaart);
      this.focusRand = L.layerGroup([], { pane: "keuze" }).addTo(this.kaart);
    }

    maakNamen() {
      this.namen = this.g.wijken
        .filter(([, naam]) => naam)
        .map(([, naam, lat, lng]) => {
          const icon = L.divIcon({ html: maak("span", "wijknaam", naam), className: "naam", iconSize: [0, 0] });
          const kenmerken = { icon, pane: "namen", interactive: false, keyboard: false };
          const marker = L.marker([lat, lng], kenmerken).addTo(this.kaart);
          marker.getElement().setAttribute("aria-hidden", "true");
          return marker.getElement();
        });
    }

    maakRand() {
      const { zoomIn, zoomUit } = this.g.zinnen;
      L.control.zoom({ position: "topleft", zoomInTitle: zoomIn, zoomOutTitle: zoomUit }).addTo(this.kaart);
      L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 90 }).addTo(this.kaart);
      const bron = L.control({ position: "bottomright" });
      bron.onAdd = () => maak("p", "bron", this.g.bronregel);
      bron.addTo(this.kaart);
    }

    /* A name that would stick out beside the map moves in; `kaart_lagen.js` sees which have room. */
    schikNamen() {
      const vlak = this.kaart.getContainer().getBoundingClientRect();
      for (const el of this.namen) {
        const tekst = el.firstChild;
        tekst.hidden = false;
        tekst.style.setProperty("--opzij", "0px");
        const r = tekst.getBoundingClientRect();
        const midden = (r.left + r.right) / 2;
        if (midden > vlak.left && midden < vlak.right) {
          const opzij = Math.max(vlak.left + 2 - r.left, 0) + Math.min(vlak.right - 2 - r.right, 0);
          tekst.style.setProperty("--opzij", opzij + "px");
        }
      }
    }

    omlijn(groep, code, stijl) {
      groep.clearLayers();
      const laag = this.lagen.get(code);
      if (!laag) return;
      for (const deel of stijl) {
        const kenmerken = { pane: "keuze", interactive: false, style: { fill: false, ...deel } };
        groep.addLayer(L.geoJSON(laag.feature, kenmerken));
      }
    }

    toonKeuze(code) {
      this.omlijn(this.gekozenRand, code, [
        { color: "#FBFAF6", weight: 6 },
        { color: "#1E2528", weight: 3 },
      ]);
      for (const [eigen, laag] of this.lagen) {
        laag.getElement().setAttribute("aria-pressed", String(eigen === code));
      }
      if (this.lagen.has(code)) this.zetNu(code);
    }

    zetNu(code) {
      this.lagen.get(this.nu).getElement().setAttribute("tabindex", "-1");
      this.nu = code;
      this.lagen.get(code).getElement().setAttribute("tabindex", "0");
    }

    bijFocus(code) {
      this.zetNu(code);
      if (this.lagen.get(code).getElement().matches(":focus-visible")) this.ring(code);
    }

    /* A layer of its own: bringing the focused shape to the front would lose the focus. */
    ring(code) {
      this.omlijn(this.focusRand, code, [
        { color: "#FBFAF6", weight: 7 },
        { color: "#1A4FB4", weight: 4 },
      ]);
    }

    toets(code, gebeurtenis) {
      if (gebeurtenis.key === "Enter" || gebeurtenis.key === " ") {
        gebeurtenis.preventDefault();
        this.kies(code);
      } else if (Object.hasOwn(PIJLEN, gebeurtenis.key)) {
        gebeurtenis.preventDefault();
        const buur = this.buur(code, PIJLEN[gebeurtenis.key]);
        if (buur) this.lagen.get(buur).getElement().focus();
      }
    }

    buur(code, richting) {
      return this.naaste(code, this.lagen.keys(), (c) => this.lagen.get(c).getBounds().getCenter(), richting);
    }

    /* The nearest of several that way: ahead counts once, aside twice. `plek` gives where one is. */
    naaste(van, alle, plek, [x, y]) {
      const punt = (een) => this.kaart.latLngToLayerPoint(plek(een));
      const hier = punt(van);
      let beste = null;
      let minst = Infinity;
      for (const ander of alle) {
        const daar = punt(ander).subtract(hier);
        const vooruit = daar.x * x + daar.y * y;
        const opzij = Math.abs(daar.x * y) + Math.abs(daar.y * x);
        if (ander === van || vooruit <= 0 || opzij > 2 * vooruit) continue;
        if (vooruit + 2 * opzij < minst) [minst, beste] = [vooruit + 2 * opzij, ander];
      }
      return beste;
    }

    kies(code) {
      const selectie = this.wens && this.wens.selectie === code ? "" : code;
      if (this.wens) this.wens = { ...this.wens, selectie };
      this.toonKeuze(selectie);
      this.meld({ soort: "gekozen", code: selectie });
    }

    /* What an area says: `kaart_kleur.js` gives its figures. */
    beschrijf(code) {
      return { naam: this.naam(code), regels: [] };
    }

    naam(code) {
      return this.g.namen[this.plaats.get(code)];
    }

    wijzer(code) {
      const { naam, regels } = this.beschrijf(code);
      const uit = maak("div");
      uit.append(maak("strong", "", naam));
      for (const [klasse, tekst] of regels) uit.append(maak("span", klasse, tekst));
      return uit;
    }

    toon(wens) {
      if (!Object.hasOwn(this.g.indicatoren, wens.indicator)) return;
      const vorige = this.wens;
      this.wens = wens;
      for (const deel of uitbreidingen) if (deel.toon) deel.toon(this, wens, vorige);
      this.toonKeuze(wens.selectie);
      document.body.dataset.getoond = wens.indicator + " " + wens.jaar;
    }

    /* To the page around the map; `soort` tells it what kind of message this is. */
    meld(bericht) {
      parent.postMessage(bericht, location.origin);
    }
  }

  window.wijkenKaart = {
    PIJLEN,
    maak,
    svg,
    vul,
    uitbreiding(deel) {
      uitbreidingen.push(deel);
    },
    start(id, gegevensId) {
      const kaart = new Kaart(id, JSON.parse(document.getElementById(gegevensId).textContent));
      window.addEventListener("message", function (bericht) {
        if (bericht.origin !== location.origin || bericht.source !== parent) return;
        if (!bericht.data) return;
        if (bericht.data.soort === "toon") kaart.toon(bericht.data.wens);
        else for (const deel of uitbreidingen) if (deel.bericht) deel.bericht(kaart, bericht.data);
      });
      if (parent !== window) kaart.meld({ soort: "gereed" });
    },
  };
})();
