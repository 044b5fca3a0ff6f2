/* The search page. It reads search-index.js, looks in it with MiniSearch, and shows what it finds as links.
   All words shown stand on the page already; nothing of the library is ever read as HTML. */
'use strict';
(function () {
  var form = document.getElementById('search');
  var index = window.playbookSearch;
  if (!form || !index || !window.MiniSearch) return;

  var documents = index.documents;
  var field = form.elements.q;
  var says = JSON.parse(document.getElementById('search-says').textContent);
  var titles = JSON.parse(document.getElementById('search-titles').textContent);
  documents.forEach(function (each) { if (each.k === 'page') each.t = titles[each.h] || each.t; });
  var status = document.getElementById('search-status');
  var found = document.getElementById('search-found');
  var ask = document.getElementById('search-ask');
  var byHand = document.getElementById('by-hand');
  var CHOICES = ['persona', 'stage', 'kind', 'audience'];
  var FIRST = 30; // as many are shown at once
  var ENOUGH = 5; // where fewer have the words as they were written, typos are thought of
  var WEIGHTS = { said: 2.2, play: 1.3, asset: 1.1, term: 1.1, page: 0.9 };

  // --- words -----------------------------------------------------------------------------------------------------

  var NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  var RUNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
  var PLAIN = /^[\x00-\x7f]*$/;
  var WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

  /* The same letters for every way to write them: no case, no accents. */
  function folded(text) {
    var lower = text.toLowerCase();
    return PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
  }

  /* The tokens of a folded word: its parts around an apostrophe, and pairs of signs where a language writes no spaces. */
  function tokensOf(word, alsoJoined) {
    if (PLAIN.test(word) && word.indexOf("'") < 0) return [word];
    var parts = word.split(/['’]/);
    var found = [];
    parts.forEach(function (part) {
      (part.match(RUNS) || []).forEach(function (run) {
        if (!NO_SPACES.test(run)) return found.push(run);
        var signs = Array.from(run);
        if (signs.length === 1) found.push(run);
        for (var i = 0; i + 1 < signs.length; i++) found.push(signs[i] + signs[i + 1]);
      });
    });
    if (alsoJoined && parts.length > 1) found.push(parts.join(''));
    return found;
  }

  function tokens(text, alsoJoined) {
    var found = [];
    (folded(text).match(WORD) || []).forEach(function (word) { found.push.apply(found, tokensOf(word, alsoJoined)); });
    return found;
  }

  // --- the index, made when it is first needed -------------------------------------------------------------------

  var engine = null;
  var synonyms = [];
  var COMMON = 6; // a word that stands there for every sixth thing says nothing of what is looked for, in any language
  var counts = new Map();

  function counted(term) {
    counts.set(term, (counts.get(term) || 0) + 1);
    return term;
  }

  /* Of the words asked for those that tell something apart; all of them, where none does. */
  function telling(words) {
    var all = tokens(words, false);
    var rare = all.filter(function (term) { return (counts.get(term) || 0) * COMMON <= documents.length; });
    return (rare.length ? rare : all).join(' ');
  }

  function prepared() {
    if (engine) return engine;
    engine = new MiniSearch({
      fields: ['t', 'w', 'l', 's', 'u'],
      extractField: function (it, name) {
        if (name === 'id') return it.id;
        var value = documents[it.id][name];
        if (name === 'u') return value ? value.map(function (use) { return use.w || ''; }).join('\n') : '';
        return Array.isArray(value) ? value.join('\n') : value || '';
      },
      tokenize: function (text) { return tokens(text, true); },
      processTerm: counted,
      searchOptions: {
        processTerm: function (term) { return term; },
        tokenize: function (text) { return tokens(text, false); },
        boost: { t: 4, s: 2.5, w: 2, u: 1.5, l: 1 },
        prefix: function (term) { return term.length > 1 || NO_SPACES.test(term); },
        fuzzy: function (term) { return term.length > 3 && !NO_SPACES.test(term) ? 0.2 : false; }
      }
    });
    engine.addAll(documents.map(function (_, number) { return { id: number }; }));
    documents.forEach(function (each) {
      if (each.k === 'term' && each.s) synonyms.push([each.t].concat(each.s).map(function (form) { return tokens(form, false).join(' '); }));
    });
    return engine;
  }

  /* The words asked for, and the same with a term of the glossary said in each of its other ways. */
  function ways(words) {
    var asked = ' ' + tokens(words, false).join(' ') + ' ';
    var other = [];
    synonyms.forEach(function (forms) {
      forms.forEach(function (form) {
        if (!form || asked.indexOf(' ' + form + ' ') < 0) return;
        forms.forEach(function (instead) {
          if (instead && instead !== form) other.push(asked.replace(' ' + form + ' ', ' ' + instead + ' ').trim());
        });
      });
    });
    return other.slice(0, 8);
  }

  // --- what was asked --------------------------------------------------------------------------------------------

  function asked() {
    var wanted = { q: field.value.trim() };
    CHOICES.forEach(function (name) { wanted[name] = form.elements[name] ? form.elements[name].value : ''; });
    return wanted;
  }

  function names(ids, id) {
    return !id || (ids !== undefined && (ids.length === 0 || ids.indexOf(id) >= 0));
  }

  function fits(use, wanted) {
    return names(use.p || [], wanted.persona) && names(use.g || [], wanted.stage);
  }

  function passes(it, wanted) {
    var kind = wanted.kind.split('.');
    if (kind[0] && it.k !== kind[0]) return false;
    if (kind.length > 1 && it.y !== wanted.kind.slice(kind[0].length + 1)) return false;
    if (wanted.audience && it.a !== wanted.audience && !(wanted.audience === 'partner' && it.a === 'external')) return false;
    if (it.u) return it.u.some(function (use) { return fits(use, wanted); });
    return names(it.p, wanted.persona) && names(it.g, wanted.stage);
  }

  function weight(number, wanted, whole) {
    var it = documents[number];
    var named = wanted.persona && it.p && it.p.indexOf(wanted.persona) >= 0 ? 1.3 : 1;
    return (whole || it.k !== 'said' ? WEIGHTS[it.k] || 1 : 1) * named * (wanted.stage && it.g && it.g.indexOf(wanted.stage) >= 0 ? 1.3 : 1);
  }

  function without(results, known) {
    var ids = new Set(known.map(function (result) { return result.id; }));
    return results.filter(function (result) { return !ids.has(result.id); });
  }

  /* Return what has all the words, and apart from it what has only some of them. */
  function search(wanted) {
    var options = {
      filter: function (result) { return passes(documents[result.id], wanted); },
      boostDocument: function (number) { return weight(number, wanted, true); }
    };
    var loose = { combineWith: 'OR', boostDocument: function (number) { return weight(number, wanted, false); } };
    function look(query, more) { return prepared().search(query, Object.assign({}, options, more)); }
    // All words that tell something apart must be there; the others only say what comes first.
    function having(ways, more) {
      var found = look({ combineWith: 'OR', queries: ways.map(function (words) { return { combineWith: 'AND', queries: [telling(words)] }; }) }, more);
      var scores = new Map(look(wanted.q, Object.assign({ combineWith: 'OR' }, more)).map(function (result) { return [result.id, result.score]; }));
      found.forEach(function (result) { result.score += scores.get(result.id) || 0; });
      return found.sort(function (one, other) { return other.score - one.score; });
    }

    if (!tokens(wanted.q, false).length) {
      return { all: look(MiniSearch.wildcard, {}), some: [] };
    }
    prepared();
    var exact = { fuzzy: false };
    var all = having([wanted.q].concat(ways(wanted.q)), exact);
    if (all.length < ENOUGH) all = all.concat(without(having([wanted.q], {}), all)); // "late" is no typo where "rate" is found
    var some = [];
    if (all.length < FIRST) some = without(look(telling(wanted.q), Object.assign({}, loose, all.length ? exact : {})), all);
    if (!all.length && !some.length) {
      some = look(telling(wanted.q), Object.assign({}, loose, { fuzzy: function (term) { return term.length > 3 && !NO_SPACES.test(term) ? 0.3 : false; } }));
    }
    return { all: all, some: some };
  }

  // --- showing it ------------------------------------------------------------------------------------------------

  function element(name, className, content) {
    var made = document.createElement(name);
    if (className) made.className = className;
    [].concat(content || []).forEach(function (part) { made.append(part); });
    return made;
  }

  /* A text with the found words marked. */
  function marked(text, hits) {
    var parts = [];
    var end = 0;
    text.replace(WORD, function (word, at) {
      spans(word, hits).forEach(function (span) {
        if (at + span[0] > end) parts.push(text.slice(end, at + span[0]));
        parts.push(element('mark', '', text.slice(at + span[0], at + span[1])));
        end = at + span[1];
      });
      return word;
    });
    parts.push(text.slice(end));
    return parts;
  }

  function spans(word, hits) {
    if (!NO_SPACES.test(word)) return tokensOf(folded(word), true).some(function (token) { return hits.has(token); }) ? [[0, word.length]] : [];
    var covered = [];
    for (var i = 0; i < word.length; i++) {
      if (hits.has(folded(word.slice(i, i + 2)))) covered[i] = covered[i + 1] = true;
      if (hits.has(folded(word[i]))) covered[i] = true;
    }
    var found = [];
    for (var start = 0; start < word.length; start++) {
      if (!covered[start]) continue;
      var stop = start;
      while (stop < word.length && covered[stop]) stop++;
      found.push([start, stop]);
      start = stop;
    }
    return found;
  }

  function label(name, value) {
    var options = form.elements[name] ? Array.from(form.elements[name].options) : [];
    var option = value && options.find(function (each) { return each.value === value; });
    return option ? option.textContent : '';
  }

  function who(it) {
    return (it.p || []).map(function (id) { return label('persona', id); }).filter(Boolean);
  }

  /* The use that has most of the found words, of those that fit what was chosen. */
  function bestUse(it, hits, wanted) {
    var best = null;
    var most = 0;
    (it.u || []).forEach(function (use) {
      var had = new Set(tokens(use.w || '', true).filter(function (token) { return hits.has(token); })).size;
      if (use.w && fits(use, wanted) && (!best || had > most)) {
        best = use;
        most = had;
      }
    });
    return best;
  }

  function line(key, text, hits, className) {
    return element('p', className || 'hit-line', [element('span', 'key', key), ' '].concat(marked(text, hits)));
  }

  function lines(it, hits, wanted) {
    if (it.r) return [element('p', 'hit-line', says.retired + ' ' + it.r)];
    if (it.k === 'said') return [it.l ? line(says.you_say, it.l, hits, 'hit-answer') : element('p', 'gap', says.unanswered)];
    var use = bestUse(it, hits, wanted);
    var shown = [];
    if (use) shown.push(line(says.when, use.w, hits));
    else if (it.w) shown.push(it.k === 'play' ? line(says.when, it.w, hits) : element('p', 'hit-line', marked(it.w, hits)));
    if (it.l) {
      var key = { question: says.listen_for, signal: says.do }[it.k];
      shown.push(key ? line(key, it.l, hits) : element('p', 'hit-line', marked(it.l, hits)));
    }
    return shown;
  }

  function hit(result, wanted) {
    var it = documents[result.id];
    var hits = new Set(Object.keys(result.match || {}));
    var use = bestUse(it, hits, wanted);
    var link = element('a', '', marked(it.t, hits));
    link.href = use && (wanted.persona || wanted.stage || isAbout(use, result)) ? use.h : it.h;
    var about = [label('kind', it.k + '.' + it.y) || label('kind', it.k)].concat(who(it)).join(' · ');
    return element('li', 'hit hit-' + it.k, [element('p', 'hit-kind', about), element('p', 'hit-title', link)].concat(lines(it, hits, wanted)));
  }

  /* Whether it was found by the words of a use. */
  function isAbout(use, result) {
    return Object.keys(result.match || {}).some(function (term) { return result.match[term].indexOf('u') >= 0; });
  }

  function list(results, wanted, how) {
    var made = element('ol', how ? 'hits ' + how : 'hits', results.slice(0, FIRST).map(function (result) { return hit(result, wanted); }));
    if (results.length <= FIRST) return [made];
    var more = element('button', 'show-all', says.all);
    more.type = 'button';
    more.addEventListener('click', function () {
      results.slice(FIRST).forEach(function (result) { made.append(hit(result, wanted)); });
      more.remove();
      links()[FIRST].focus();
    });
    return [made, more];
  }

  function show() {
    var wanted = asked();
    remember(wanted);
    var isAsked = CHOICES.concat('q').some(function (name) { return wanted[name]; });
    byHand.hidden = isAsked;
    found.textContent = '';
    status.textContent = '';
    if (ask) ask.hidden = !isAsked;
    if (!isAsked) return;
    var results = search(wanted);
    status.textContent = results.all.length ? counted(says.found, results.all) : results.some.length ? says.none : says.nothing;
    found.append.apply(found, results.all.length ? list(results.all, wanted) : []);
    if (!results.all.length && CHOICES.some(function (name) { return wanted[name]; })) found.append(widen());
    if (results.some.length) {
      found.append(element('h2', '', results.all.length ? counted(says.some, results.some) : says.near));
      found.append.apply(found, list(results.some, wanted, 'near'));
    }
  }

  function counted(words, results) {
    return words.replace('{count}', String(results.length));
  }

  function widen() {
    var button = element('button', 'show-all', says.widen);
    button.type = 'button';
    button.addEventListener('click', function () {
      CHOICES.forEach(function (name) { if (form.elements[name]) form.elements[name].value = ''; });
      show();
      field.focus();
    });
    return button;
  }

  // --- the address: what is asked stands in it, so that it can be sent -------------------------------------------

  function remember(wanted) {
    var parameters = new URLSearchParams();
    ['q'].concat(CHOICES).forEach(function (name) { if (wanted[name]) parameters.set(name, wanted[name]); });
    var address = parameters.toString();
    try {
      history.replaceState(null, '', location.pathname + (address ? '?' + address : ''));
    } catch (refused) { // a browser that keeps the address of a file as it is
      location.replace('#' + address);
    }
  }

  function recall() {
    var parameters = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
    field.value = parameters.get('q') || '';
    CHOICES.forEach(function (name) {
      var select = form.elements[name];
      if (!select) return;
      select.value = parameters.get(name) || '';
      if (select.selectedIndex < 0) select.value = '';
    });
  }

  // --- keys ------------------------------------------------------------------------------------------------------

  function links() {
    return Array.from(found.querySelectorAll('.hit-title a'));
  }

  function move(event) {
    var all = links();
    var at = all.indexOf(document.activeElement);
    var inField = document.activeElement === field;
    if (event.key === 'ArrowDown' && all.length && (inField || at >= 0)) (all[at + 1] || all[at]).focus();
    else if (event.key === 'ArrowUp' && at >= 0) (all[at - 1] || field).focus();
    else if (event.key === 'Escape' && at >= 0) field.focus();
    else if (event.key === 'Escape' && inField) {
      field.value = '';
      show();
    } else return;
    event.preventDefault();
  }

  form.hidden = false;
  recall();
  var isChosen = CHOICES.some(function (name) { return asked()[name]; });
  document.getElementById('search-narrow').open = isChosen || window.matchMedia('(min-width: 48rem)').matches;
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    show();
    if (links().length) links()[0].focus();
  });
  form.addEventListener('input', show);
  document.addEventListener('keydown', function (event) { if (!event.isComposing) move(event); });
  window.addEventListener('hashchange', function () { recall(); show(); });
  if (isChosen || field.value) show();
  else {
    field.addEventListener('focus', prepared, { once: true });
    (window.requestIdleCallback || setTimeout)(prepared);
    if (window.matchMedia('(pointer: fine)').matches) field.focus();
  }
})();
