/* The map as one file: pickers for level, theme and year, legend, chosen area, sources, table. */
(function () {
  "use strict";
  const { maak, vul, cel, klasseVan } = window.wijkenKaart;
  const kaarten = new Map(); // number of a document -> its map, made when first shown
  let g = null;
  let staat = { niveau: "", indicator: "", jaar: "", selectie: "" };
  let laatste = null;
  let melding = ""; // what became of the theme, the year or a chosen area on another map

  // There is no page around this map: what it tells is for here.
  window.wijkenKaart.uitbreiding({
    maak(kaart) {
      laatste = kaart;
      kaart.meld = (bericht) => {
        // A count is chosen as its wijk; of one initiative the file has no more than the name.
        const [eerste] = (bericht.soort === "initiatief" && bericht.wat) || [];
        if (kaart.plaats.has(eerste)) zet({ selectie: eerste });
        if (bericht.soort === "gekozen") zet({ selectie: bericht.code });
      };
    },
  });

  function bij(id) {
    return document.getElementById(id);
  }

  function leeg(id) {
    const el = bij(id);
    el.replaceChildren();
    return el;
  }

  function jarenVan(niveau, indicator) {
    const per = g.jaren[niveau];
    return per && Object.hasOwn(per, indicator) ? per[indicator] : [];
  }

  /* The nearest view that exists: same theme at another level, same year, else the newest. */
  function passend(wens) {
    const themas = Object.keys(g.jaren[wens.niveau]);
    const indicator = themas.includes(wens.indicator) ? wens.indicator : themas[0];
    const jaren = jarenVan(wens.niveau, indicator);
    const gevonden = jaren.find(([jaar]) => String(jaar) === String(wens.jaar)) || jaren[0];
    return { ...wens, indicator, jaar: String(gevonden[0]), document: gevonden[1] };
  }

  function kaartVan(nummer) {
    if (!kaarten.has(nummer)) {
      window.wijkenKaart.start("kaart_" + nummer, "gegevens_" + nummer);
      kaarten.set(nummer, laatste);
    }
    return kaarten.get(nummer);
  }

  function zet(anders) {
    const vorig = staat;
    staat = passend({ ...staat, ...anders });
    melding = anders.niveau && vorig.indicator ? nietHier(vorig) : "";
    const anderVlak = vorig.document !== undefined && vorig.document !== staat.document;
    if (anderVlak && staat.selectie && vorig.niveau === staat.niveau) zetOver(vorig.document);
    const kaart = kaartVan(staat.document);
    if (!kaart.plaats.has(staat.selectie)) staat.selectie = "";
    for (const vak of bij("los-kaarten").children) {
      vak.classList.toggle("weg", vak.id !== "kaart_" + staat.document);
    }
    const { grenzen, kleuren } = klassen();
    const { indicator, jaar, selectie } = staat;
    kaart.toon({ indicator, jaar, grenzen, kleuren, wijze: "een", vlakken: {}, selectie, plekken: [], ...lagen() });
    if (vorig.niveau !== staat.niveau || vorig.indicator !== indicator) tekenKeuzes();
    tekenKop(kaart);
    tekenLegenda(kaart);
    tekenLagen();
    tekenGekozen(kaart);
    tekenUitleg();
    tekenTabel(kaart);
  }

  /* A level that does not have the theme, or not in that year, shows the nearest that it has. */
  function nietHier(vorig) {
    const naam = g.indicatoren[staat.indicator].naam;
    if (staat.indicator !== vorig.indicator) {
      const gevraagd = g.indicatoren[vorig.indicator].naam;
      return vul(g.zinnen.ander_onderwerp, { gevraagd, niveau: g.niveaus[staat.niveau][0], indicator: naam });
    }
    if (staat.jaar === vorig.jaar) return "";
    return vul(g.zinnen.ander_jaar, { gevraagd: vorig.jaar, niveau: g.niveaus[staat.niveau][0], jaar: staat.jaar });
  }

  /* A code was re-used for other areas: the choice goes along only as far as it is the same place. */
  function zetOver(van) {
    const [lot, code, bijna] = (g.over[van][staat.document] || {})[staat.selectie] || [];
    if (!lot) return;
    const naam = kaartVan(van).naam(staat.selectie);
    const velden = { gevraagd: naam, code, bijna, indeling: g.indelingen[staat.document] };
    velden.ander = code ? kaartVan(staat.document).naam(code) : "";
    melding = vul(g.overzinnen[lot], velden);
    staat.selectie = lot === "ander" || lot === "weg" ? "" : code;
  }

  /* What lay on the map when the file was made. */
  function lagen() {
    const { tellingen, woningen, namen, focus } = g.lagen.per[staat.document];
    return {
      lagen: { sleutel: "los", punten: g.lagen.punten, tellingen, woningen, namen },
      keuze: { codes: [], meer: false, focus, deel: "geheel", lijn: focus.length > 0 },
    };
  }

  function tekenLagen() {
    const vak = leeg("los-lagen");
    const { legenda, noten } = g.lagen.per[staat.document];
    if (!legenda.length && !noten.length) return;
    vak.append(maak("h2", "", g.zinnen.lagen));
    for (const [teken, tekst] of legenda) {
      const uit = maak("p", "laagregel");
      if (teken) uit.append(maak("span", "merkje " + (teken.startsWith("deel-") ? "merk-deel " + teken : "merk-" + teken)));
      uit.append(maak("span", "", tekst));
      vak.append(uit);
    }
    for (const noot of noten) vak.append(maak("p", "stil", noot));
  }

  function klassen() {
    return g.klassen[staat.niveau][staat.indicator];
  }

  /* ---- pickers ---- */

  function optie(waarde, tekst, gekozen) {
    const el = maak("option", "", tekst);
    el.value = waarde;
    el.selected = gekozen;
    return el;
  }

  /* A list keeps its element, and so the focus: only what is in it is drawn anew. */
  function keuze(naam, delen, bijKeuze) {
    let lijst = bij("los-" + naam);
    if (!lijst) {
      const vak = maak("div");
      const label = maak("label", "", g.zinnen[naam]);
      lijst = maak("select");
      lijst.id = label.htmlFor = "los-" + naam;
      lijst.addEventListener("change", () => bijKeuze(lijst.value));
      vak.append(label, lijst);
      bij("los-keuzes").append(vak);
    }
    lijst.replaceChildren(...delen);
  }

  function groep([naam, ids]) {
    const themas = g.jaren[staat.niveau];
    const uit = maak("optgroup");
    uit.label = naam;
    for (const id of ids) {
      if (!Object.hasOwn(themas, id)) continue;
      uit.append(optie(id, g.indicatoren[id].naam, id === staat.indicator));
    }
    return uit;
  }

  function tekenKeuzes() {
    const niveaus = Object.entries(g.niveaus).map(([n, [, meer]]) => optie(n, meer, n === staat.niveau));
    keuze("niveau", niveaus, (niveau) => zet({ niveau }));
    const groepen = g.themas.map(groep).filter((deel) => deel.children.length);
    keuze("onderwerp", groepen, (indicator) => zet({ indicator, jaar: "" }));
    const jaren = jarenVan(staat.niveau, staat.indicator).map(([jaar]) => String(jaar));
    keuze("jaar", jaren.map((jaar) => optie(jaar, jaar, jaar === staat.jaar)), (jaar) => zet({ jaar }));
  }

  /* ---- what stands around the map ---- */

  function tekenKop(kaart) {
    bij("los-kop").textContent = g.indicatoren[staat.indicator].naam;
    bij("los-bij").textContent = g.plaats + ", " + g.niveaus[staat.niveau][1] + ", " + staat.jaar;
    document.title = g.indicatoren[staat.indicator].naam + ", " + bij("los-bij").textContent;
    const naam = document.title + ". " + kaart.g.zinnen.uitleg;
    kaart.kaart.getContainer().setAttribute("aria-label", naam);
  }

  function tel(kaart) {
    const aantallen = { klassen: klassen().kleuren.map(() => 0), onzeker: 0, redenen: new Map() };
    for (const code of kaart.lagen.keys()) {
      const { waarde, onzeker } = cel(kaart, code, staat.indicator, staat.jaar);
      if (typeof waarde === "string") {
        aantallen.redenen.set(waarde, (aantallen.redenen.get(waarde) || 0) + 1);
      } else if (onzeker) aantallen.onzeker += 1;
      else aantallen.klassen[klasseVan(kaart, waarde, staat.indicator, klassen().grenzen)] += 1;
    }
    return aantallen;
  }

  function regel(vlak, tekst, aantal) {
    const uit = maak("li");
    uit.append(maak("span", "vlakje " + vlak), maak("span", "klasse", tekst));
    const [een, meer] = g.niveaus[staat.niveau];
    uit.append(maak("span", "telling", aantal + " " + (aantal === 1 ? een : meer)));
    return uit;
  }

  function tekenLegenda(kaart) {
    const vak = leeg("los-legenda");
    const { kleuren, woorden } = klassen();
    const aantallen = tel(kaart);
    const lijst = maak("ul", "legenda");
    kleuren.forEach((kleur, n) => lijst.append(regel(kleur, woorden[n], aantallen.klassen[n])));
    const { onzeker } = g.indicatoren[staat.indicator];
    if (aantallen.onzeker) lijst.append(regel("stippels", onzeker || kaart.g.zinnen.onzeker, aantallen.onzeker));
    for (const [reden, aantal] of aantallen.redenen) {
      lijst.append(regel("arcering", kaart.g.zinnen[reden], aantal));
    }
    vak.append(maak("h2", "", g.zinnen.legenda), lijst, maak("p", "stil", g.zinnen.grenzen));
  }

  function cijferVan(kaart, code) {
    const gevonden = kaart.beschrijf(code).regels.find(([soort]) => soort === "cijfer");
    return gevonden ? gevonden[1] : "";
  }

  /* A figure is large; a reason, or what is said about a figure, is a sentence. */
  function gekozenCijfer(kaart) {
    const { waarde } = cel(kaart, staat.selectie, staat.indicator, staat.jaar);
    const tekst = cijferVan(kaart, staat.selectie);
    const [groot, ...noot] = typeof waarde === "string" ? [""] : tekst.split(" (");
    const uit = maak("p", groot ? "groot" : "", groot || tekst);
    if (noot.length) uit.append(maak("span", "noot", " (" + noot.join(" (")));
    return uit;
  }

  function tekenGekozen(kaart) {
    const vak = leeg("los-gekozen");
    if (melding) vak.append(maak("p", "los-melding", melding));
    if (!staat.selectie) {
      vak.append(maak("p", "stil", g.zinnen.kies));
      return;
    }
    const wis = maak("button", "", g.zinnen.wis);
    wis.type = "button";
    wis.addEventListener("click", () => {
      zet({ selectie: "" });
      bij("los-jaar").focus();
    });
    vak.append(maak("h2", "", kaart.naam(staat.selectie)), gekozenCijfer(kaart));
    const { indicator, jaar } = staat;
    vak.append(maak("p", "", g.indicatoren[indicator].naam + ", " + jaar), wis);
  }

  function tekenUitleg() {
    const vak = leeg("los-uitleg");
    const { uitleg, model } = g.indicatoren[staat.indicator];
    vak.append(maak("h2", "", g.zinnen.betekent), maak("p", "", uitleg));
    if (model) vak.append(maak("p", "", model));
    const bronnen = g.bronnen[staat.document][staat.indicator] || {};
    if (bronnen[staat.jaar]) vak.append(maak("p", "stil", bronnen[staat.jaar] + "."));
  }

  function rij(kaart, code) {
    const uit = maak("tr", code === staat.selectie ? "gekozen" : "");
    const naam = maak("th");
    naam.scope = "row";
    const knop = maak("button", "", kaart.naam(code));
    knop.type = "button";
    knop.dataset.code = code;
    knop.setAttribute("aria-pressed", String(code === staat.selectie));
    knop.addEventListener("click", () => {
      zet({ selectie: code === staat.selectie ? "" : code });
      bij("los-tabel").querySelector('[data-code="' + code + '"]').focus();
    });
    naam.append(knop);
    uit.append(naam, maak("td", "", cijferVan(kaart, code)));
    return uit;
  }

  function tekenTabel(kaart) {
    const tabel = maak("table");
    tabel.append(maak("caption", "", g.zinnen.tabel + ": " + document.title));
    const codes = [...kaart.lagen.keys()];
    codes.sort((een, ander) => kaart.naam(een).localeCompare(kaart.naam(ander), "nl"));
    const rijen = maak("tbody");
    rijen.append(...codes.map((code) => rij(kaart, code)));
    tabel.append(rijen);
    leeg("los-tabel").append(tabel);
  }

  window.wijkenLos = {
    start(id) {
      g = JSON.parse(bij(id).textContent);
      document.documentElement.style.setProperty("--gebied", g.kleur);
      zet(g.begin);
    },
  };
})();
