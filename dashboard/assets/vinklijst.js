/* Native boxes to tick; the button goes to the address with what is ticked, without a new page. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function naar(adres, sleutel, waarden) {
    const doel = new URL(adres, location.href);
    if (waarden.length) doel.searchParams.set(sleutel, waarden.join(","));
    window.wijken.naar(doel.pathname + doel.search);
  }

  function Vinklijst(props) {
    const { naam, zin, toon, wis, groepen, gekozen, adres, sleutel, meest } = props.inhoud;
    const [nu, zet] = window.React.useState(gekozen);
    const begin = gekozen.join(",");
    window.React.useEffect(() => zet(gekozen), [begin]);

    function vink(waarde) {
      zet(nu.includes(waarde) ? nu.filter((w) => w !== waarde) : nu.concat(waarde));
    }

    function vakje([tekst, waarde]) {
      const aan = nu.includes(waarde);
      return e(
        "label",
        { key: waarde, className: "vink" },
        e("input", {
          type: "checkbox",
          checked: aan,
          disabled: !aan && nu.length >= meest,
          onChange: () => vink(waarde),
        }),
        " ",
        tekst,
      );
    }

    const groep = (g) =>
      e("fieldset", { key: g.naam }, e("legend", null, g.naam), g.opties.map(vakje));
    const knop = (tekst, waarden, klasse) =>
      e(
        "button",
        { type: "button", className: klasse, onClick: () => naar(adres, sleutel, waarden) },
        tekst,
      );
    return e(
      "details",
      { id: props.id, className: "vinklijst" },
      e("summary", null, naam),
      e("p", { className: "klein stil" }, zin),
      e("div", { className: "vink-groepen" }, groepen.map(groep)),
      e("p", { className: "vink-knoppen" }, knop(toon, nu, "knop"), knop(wis, [], "knop stil-knop")),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Vinklijst: Vinklijst });
})();
