/* A field for class limits: a form of its own, so that Enter works; goes to the address with them. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function Grenzenveld(props) {
    const { naam, waarde, voorbeeld, knop, adres } = props.inhoud;
    const [tekst, zet] = window.React.useState(waarde);
    window.React.useEffect(() => zet(waarde), [waarde]);
    function klaar(gebeurtenis) {
      gebeurtenis.preventDefault();
      const doel = new URL(adres, location.href);
      if (tekst.trim()) doel.searchParams.set("klassen", tekst.trim());
      doel.searchParams.sort();
      window.wijken.naar(doel.pathname + doel.search);
    }
    return e(
      "form",
      { className: "grenzenveld", onSubmit: klaar },
      e(
        "label",
        null,
        e("span", { className: "keuze-naam" }, naam),
        e("input", {
          type: "text",
          value: tekst,
          maxLength: 60,
          autoComplete: "off",
          "aria-describedby": "grenzenveld-voorbeeld",
          onChange: (gebeurtenis) => zet(gebeurtenis.target.value),
        }),
      ),
      e("button", { type: "submit", className: "knop" }, knop),
      e("p", { id: "grenzenveld-voorbeeld", className: "klein stil" }, voorbeeld),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Grenzenveld: Grenzenveld });
})();
