// A map: what lies in a view is asked for as GeoJSON and drawn as vectors; what can be chosen stands in a list beside it.
// Names come from files of others: they are set as text and never as markup.
(function () {
  "use strict";
  var place = document.getElementById("map");
  if (!place || !window.L) { return; }
  var L = window.L;
  var texts = place.dataset;
  var byId = function (id) { return document.getElementById(id); };
  var numbers = new Intl.NumberFormat(document.documentElement.lang === "en" ? "en" : "fa-IR");
  var calm = window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var MOST_LISTED = 200;
  var MOST_NAMES = 40;
  var ORDER = ["ZONE", "SLOPE", "AIRPORT", "WORN_OUT", "HERITAGE", "SECURITY", "GARDEN", "RIVER", "STREET", "ROAD_PLAN", "PARCEL", "FAULT"];
  var LISTED = (texts.listed || "").split(" ").filter(Boolean);
  var METRES = 156543.03392;

  var map = L.map(place, {
    attributionControl: false, zoomControl: false, minZoom: 11, maxZoom: 20, keyboardPanDelta: 120,
    zoomAnimation: !calm, fadeAnimation: !calm, inertia: !calm, renderer: L.svg({ padding: 0.2 })
  });
  L.control.zoom({ zoomInTitle: texts.in, zoomOutTitle: texts.out }).addTo(map);
  var drawn = L.layerGroup().addTo(map);
  var choices = new Map();
  var shown = "";
  var asked = null;
  var chosen = texts.code || "";
  var cut = [];
  // Only where a tap is answered in words.
  var teller = byId("map-said");
  var tap = null;
  var besides = [];
  var MOST_BESIDES = 30;

  function bounds(text) {
    var sides = text.split(",").map(Number);
    return L.latLngBounds([sides[1], sides[0]], [sides[3], sides[2]]);
  }

  function inputs() { return Array.prototype.slice.call(byId("map-layers").querySelectorAll("input")); }

  function look(kind) {
    return inputs().find(function (input) { return input.value === kind; });
  }

  function filled(key, value) { return texts[key].replace("#", value); }

  function open(id) { return texts.open.split("{}").join(encodeURIComponent(id)); }

  function depth(kind) { var place = ORDER.indexOf(kind); return place < 0 ? ORDER.length : place; }

  // Views are cut on a grid, so that small steps and other people's views are the same question.
  function view() {
    var zoom = map.getZoom();
    var step = 360 / Math.pow(2, zoom);
    var seen = map.getBounds();
    var west = Math.floor(seen.getWest() / step) * step;
    var south = Math.floor(seen.getSouth() / step) * step;
    var east = Math.ceil(seen.getEast() / step) * step;
    var north = Math.ceil(seen.getNorth() / step) * step;
    var scale = METRES * Math.cos((south + north) / 2 * Math.PI / 180) / Math.pow(2, zoom);
    var kinds = inputs().filter(function (input) { return input.checked; }).map(function (input) { return input.value; });
    return { west: west, south: south, east: east, north: north, scale: scale, kinds: kinds };
  }

  function address(box) {
    return texts.api + (texts.api.indexOf("?") < 0 ? "?" : "&") + "west=" + box.west.toFixed(6) + "&south=" + box.south.toFixed(6) + "&east=" + box.east.toFixed(6)
      + "&north=" + box.north.toFixed(6) + "&scale=" + box.scale.toFixed(2) + "&layers=" + box.kinds.join(",");
  }

  function say(text) { byId("map-state").textContent = text; }

  function load() {
    var box = view();
    var wanted = address(box);
    if (box.kinds.length === 0) { shown = ""; cut = []; draw({ features: [] }, box.scale); return; }
    if (wanted === shown) { list(); return; }
    if (asked) { asked.abort(); }
    var mine = asked = new AbortController();
    place.setAttribute("aria-busy", "true");
    say(texts.loading);
    fetch(wanted, { signal: mine.signal, credentials: texts.own ? "same-origin" : "omit" }).then(function (answer) {
      if (!answer.ok) { throw answer.status; }
      return answer.json();
    }).then(function (collection) {
      if (mine !== asked) { return; }
      shown = wanted;
      cut = collection.cut || [];
      byId("map-again").hidden = true;
      draw(collection, box.scale);
    }).catch(function (fault) {
      if (mine !== asked || fault && fault.name === "AbortError") { return; }
      byId("map-again").hidden = false;
      say(fault === 429 ? texts.often : texts.failed);
    }).finally(function () {
      if (mine === asked) { place.removeAttribute("aria-busy"); }
    });
  }

  function style(feature, scale) {
    var kind = feature.properties.layer;
    var input = look(kind);
    var line = feature.geometry.type.indexOf("LineString") >= 0;
    var street = input.dataset.wide && line;
    return {
      color: input.dataset.stroke, fillColor: input.dataset.fill, dashArray: input.dataset.dash || null, fill: !line,
      weight: street ? Math.max(2, feature.properties.value / 100 / scale) : Number(input.dataset.width),
      fillOpacity: kind === "PARCEL" ? 0.35 : kind === "ZONE" || ORDER.indexOf(kind) < 0 ? 0.6 : 0.85
    };
  }

  function draw(collection, scale) {
    drawn.clearLayers();
    choices.clear();
    besides = [];
    var names = new Set();
    collection.features.sort(function (one, other) {
      return depth(one.properties.layer) - depth(other.properties.layer);
    }).forEach(function (feature) {
      var listed = LISTED.indexOf(feature.properties.layer) >= 0;
      var layer = L.geoJSON(feature, {
        interactive: listed,
        style: function () { return style(feature, scale); },
        pointToLayer: function (point, spot) { return L.circleMarker(spot, { radius: listed ? 12 : 6 }); }
      });
      if (listed) {
        choices.set(feature.properties.id, { layer: layer, kind: feature.properties.layer, words: feature.properties.words });
        layer.on("click", function (event) { L.DomEvent.stopPropagation(event); choose(feature.properties.id); });
      }
      if (!listed && feature.properties.layer !== "STREET") { besides.push({ layer: layer, of: feature.properties }); }
      drawn.addLayer(layer);
      name(feature, layer, names);
    });
    if (choices.has(chosen)) { choose(chosen, true); }
    list();
  }

  function name(feature, layer, names) {
    var words = feature.properties.name;
    if (feature.properties.layer !== "STREET" || !words || names.size >= MOST_NAMES || names.has(words) || map.getZoom() < 16) { return; }
    names.add(words);
    var node = document.createElement("span");
    node.dir = "auto";
    node.textContent = document.documentElement.lang === "fa" ? words.replace(/[0-9]/g, persian) : words;
    layer.bindTooltip(node, { permanent: true, direction: "center", className: "street", interactive: false });
  }

  function persian(digit) { return String.fromCharCode(0x6F0 + Number(digit)); }

  function element(layer) {
    var path = null;
    layer.eachLayer(function (part) { path = part.getElement ? part.getElement() : path; });
    return path;
  }

  function mark(code) {
    choices.forEach(function (choice, other) {
      var path = element(choice.layer);
      if (path) { path.classList.toggle("chosen", other === code); }
    });
  }

  // What is not in view has no words yet.
  function choose(code, again) {
    chosen = code;
    mark(code);
    var words = said(code);
    show(words, true);
    byId("map-open").href = open(code);
    if (teller && !again) { ask(open(code), answer); }
  }

  function show(words, chosen) {
    if (byId("map-chosen").textContent !== words) { byId("map-chosen").textContent = words; }
    byId("map-kind").hidden = byId("map-open").hidden = !chosen;
    if (teller) { byId("map-report").hidden = chosen; }
    byId("map-panel").hidden = false;
  }

  // What is told belongs to the last tap: an answer to an earlier one is not waited for.
  function ask(address, read) {
    if (tap) { tap.abort(); }
    var mine = tap = new AbortController();
    tell([teller.dataset.asking]);
    fetch(address, { signal: mine.signal, headers: { "Accept-Language": document.documentElement.lang } }).then(read).then(function (words) {
      if (mine === tap) { tell(words); }
    }).catch(function () {
      if (mine === tap) { tell([teller.dataset.unanswered]); }
    });
  }

  function tell(words) {
    teller.replaceChildren.apply(teller, words.map(function (text) {
      var part = document.createElement("p");
      part.dir = "auto";
      part.textContent = text;
      return part;
    }));
  }

  // The page of the answer, or of its refusal, says it in words.
  function answer(page) {
    return page.text().then(function (html) {
      var parts = new DOMParser().parseFromString(html, "text/html").querySelectorAll(page.ok ? "[data-said]" : "main h1 + p");
      if (parts.length === 0) { throw page.status; }
      return Array.prototype.map.call(parts, function (part) { return part.textContent.trim(); });
    });
  }

  function point(spot) {
    chosen = "";
    mark("");
    show(teller.dataset.here, false);
    var where = "?lat=" + spot.lat.toFixed(6) + "&lon=" + spot.lng.toFixed(6);
    byId("map-report").href = teller.dataset.report + where;
    ask("/api/rules" + where, function (reply) {
      return reply.json().then(function (found) {
        if (found.parcel) { choose(found.parcel); }
        return !found.verdict ? [found.detail] : [teller.dataset.nothing].concat(found.zones.map(function (zone) {
          return look("ZONE").dataset.name + " " + zone.code + " " + zone.name;
        }));
      });
    });
  }

  // A code is told apart by its kind where there are several.
  function said(code) {
    var choice = choices.get(code);
    if (!choice) { return code; }
    return choice.words || (LISTED.length > 1 ? code + " – " + look(choice.kind).dataset.name : code);
  }

  function order(one, other) {
    return one.localeCompare(other, "en", { numeric: true });
  }

  // The list has what is truly in view, not what was asked for around it.
  function list() {
    var seen = map.getBounds();
    var codes = [];
    choices.forEach(function (choice, code) { if (seen.intersects(choice.layer.getBounds())) { codes.push(code); } });
    codes.sort(order);
    var rows = document.createDocumentFragment();
    codes.slice(0, MOST_LISTED).forEach(function (code) {
      var link = document.createElement("a");
      link.href = open(code);
      var words = document.createElement("bdi");
      words.textContent = said(code);
      link.appendChild(words);
      link.addEventListener("focus", function () { mark(code); });
      link.addEventListener("mouseenter", function () { mark(code); });
      link.addEventListener("blur", function () { mark(chosen); });
      link.addEventListener("mouseleave", function () { mark(chosen); });
      var row = document.createElement("li");
      row.appendChild(link);
      rows.appendChild(row);
    });
    byId("map-list").replaceChildren(rows);
    var wanted = LISTED.filter(function (kind) { return look(kind) && look(kind).checked; });
    var far = wanted.length > 0 && choices.size === 0 && wanted.every(function (kind) { return cut.indexOf(kind) >= 0; });
    byId("map-count").textContent = wanted.length === 0 ? "" : far ? texts.far : codes.length === 0 ? texts.none
      : codes.length > MOST_LISTED ? filled("listing", numbers.format(MOST_LISTED)) : filled("count", numbers.format(codes.length));
    if (teller) { beside(seen); }
    state(far);
  }

  // In an isolate of the page's direction: codes of neighbours in Latin letters would become one run, in an order of its own.
  function apart(words) { return (document.dir === "rtl" ? "\u2067" : "\u2066") + words + "\u2069"; }

  // What else is in view, by layer, for those who do not see the map.
  function beside(seen) {
    var kinds = new Map();
    besides.forEach(function (one) {
      if (!seen.intersects(one.layer.getBounds())) { return; }
      var names = kinds.get(one.of.layer) || new Set();
      if (one.of.name) { names.add(one.of.layer === "ZONE" ? one.of.grade + " " + one.of.name : one.of.name); }
      kinds.set(one.of.layer, names);
    });
    var part = byId("map-besides");
    part.hidden = kinds.size === 0;
    part.querySelector("ul").replaceChildren.apply(part.querySelector("ul"), Array.from(kinds, function (kind) {
      var names = Array.from(kind[1]).sort(order);
      var words = names.slice(0, MOST_BESIDES);
      if (names.length > MOST_BESIDES) { words.push(teller.dataset.more.replace("#", numbers.format(names.length - MOST_BESIDES))); }
      var row = document.createElement("li");
      row.textContent = look(kind[0]).dataset.name + (words.length > 0 ? ": " + words.map(apart).join(texts.comma + " ") : "");
      return row;
    }));
  }

  function state(far) {
    var rest = cut.filter(function (kind) { return !far || LISTED.indexOf(kind) < 0; }).map(function (kind) { return look(kind).dataset.name; });
    var words = far ? [texts.far] : [];
    if (rest.length > 0) { words.push(filled("cut", rest.join(texts.comma + " "))); }
    say(words.join(" "));
  }

  var waiting = null;
  map.on("moveend", function () { clearTimeout(waiting); waiting = setTimeout(load, 250); });
  // Far away a tap comes nearer: a parcel would be too small to hit.
  map.on("click", function (event) {
    if (choices.size === 0 && cut.some(function (kind) { return LISTED.indexOf(kind) >= 0; })) { map.setView(event.latlng, Math.min(map.getZoom() + 2, 18)); } else if (teller) { point(event.latlng); }
  });
  byId("map-layers").addEventListener("change", load);
  byId("map-home").addEventListener("click", function () { map.fitBounds(bounds(texts.city)); place.focus(); });
  byId("map-again").addEventListener("click", function () { load(); place.focus(); });
  // A link of the page to a place of the map goes there without another page.
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[data-place]") : null;
    if (!link) { return; }
    event.preventDefault();
    map.setView(link.dataset.place.split(",").map(Number), 18, { animate: false });
    choose(link.dataset.choice);
    place.focus();
  });
  map.fitBounds(bounds(texts.start), { maxZoom: 18, padding: [40, 40] });
  if (chosen) { choose(chosen); }
})();
