/* Native boxes to tick, one group for each area; the button's address holds what is ticked. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function Pakketkeuze(props) {
    const { groepen, geen, telling, knop, adres } = props.inhoud;
    const [gekozen, zet] = window.React.useState([]);

    function vink(code) {
      zet(gekozen.includes(code) ? gekozen.filter((c) => c !== code) : gekozen.concat(code));
    }

    const vakje = ([tekst, code]) =>
      e(
        "label",
        { key: code, className: "vink" },
        e("input", { type: "checkbox", checked: gekozen.includes(code), onChange: () => vink(code) }),
        " ",
        tekst,
      );
    const groep = (g) =>
      e(
        "fieldset",
        { key: g.naam, className: "pakket-groep " + g.klasse },
        e("legend", null, g.naam),
        e("div", { className: "pakket-vakjes" }, g.opties.map(vakje)),
      );
    const zin = gekozen.length ? telling.replace("{aantal}", gekozen.length) : geen;
    const waar = gekozen.length ? adres + "?wijken=" + gekozen.join("%2C") : adres;
    return e(
      "div",
      { id: props.id },
      e("div", { className: "pakket-groepen" }, groepen.map(groep)),
      e("p", { role: "status", className: "stil" }, zin),
      e("p", null, e("a", { href: waar, download: "", className: "knop" }, knop)),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Pakketkeuze: Pakketkeuze });
})();
