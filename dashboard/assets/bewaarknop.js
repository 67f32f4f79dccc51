/* A button that writes something at the server; the answer is a sentence, read out as well. */
(function () {
  "use strict";
  const e = function () {
    return window.React.createElement.apply(null, arguments);
  };

  function stuur(adres, velden) {
    const verzoek = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(velden),
    };
    return fetch(adres, verzoek).then((antwoord) => antwoord.json());
  }

  function Bewaarknop(props) {
    const { tekst, mislukt, sluit, adres, velden, daarna } = props.inhoud;
    const [zin, zetZin] = window.React.useState("");
    const [bezig, zetBezig] = window.React.useState(false);

    function klik() {
      zetBezig(true);
      stuur(adres, velden)
        .then(
          (antwoord) => {
            if (!antwoord.goed) {
              zetZin(antwoord.zin);
              return;
            }
            // The same view, in which what was kept now comes by itself; this button goes with it.
            if (new URL(daarna, location.href).search === location.search) {
              window.wijken.berichtNaLaden(antwoord.zin, sluit);
              location.reload();
            } else {
              window.wijken.bericht(antwoord.zin, sluit, daarna);
              window.wijken.naar(daarna);
            }
          },
          () => zetZin(mislukt),
        )
        .then(() => zetBezig(false));
    }

    return e(
      "div",
      { id: props.id, className: "bewaarknop" },
      e("button", { type: "button", className: "knop", disabled: bezig, onClick: klik }, tekst),
      e("p", { role: "status", className: "klein" }, zin),
    );
  }

  window.wijken = Object.assign(window.wijken || {}, { Bewaarknop: Bewaarknop });
})();
