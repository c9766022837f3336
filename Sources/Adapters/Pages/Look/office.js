// What staff's pages do besides: keys, and progress as it is told. Every page works without it.
(function () {
    "use strict";

    // An element with data-key is pressed by that key; where somebody types, keys are letters.
    function isTyping(target) {
        return target.closest("input, textarea, select, [contenteditable]") !== null;
    }

    document.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) { return; }
        if (event.key === "?") {
            var help = document.getElementById("keys");
            if (help && !help.open) { help.showModal(); event.preventDefault(); }
            return;
        }
        if (document.querySelector("dialog[open]")) { return; }
        var wanted = Array.prototype.find.call(document.querySelectorAll("[data-key]"), function (element) {
            return element.dataset.key === event.key;
        });
        if (!wanted) { return; }
        event.preventDefault();
        if (wanted.matches("input, textarea, select")) { wanted.focus(); } else { wanted.click(); }
    });

    Array.prototype.forEach.call(document.querySelectorAll("[data-live]"), function (place) {
        if (!window.EventSource) { return; }
        var source = new EventSource(place.dataset.live);
        var bar = place.querySelector("progress");
        var text = place.querySelector("[data-step]");
        source.addEventListener("progress", function (event) {
            var told = JSON.parse(event.data);
            if (bar && told.total > 0) { bar.max = told.total; bar.value = told.done; }
            if (text && told.text) { text.textContent = told.text; }
        });
        source.addEventListener("end", function () { source.close(); window.location.reload(); });
    });

    // Keys are told only where they work.
    Array.prototype.forEach.call(document.querySelectorAll("[data-keys]"), function (note) { note.hidden = false; });
})();
