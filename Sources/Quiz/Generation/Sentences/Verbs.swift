/// Verbs by which a clause is parted, as far as a word tells that it is one.
enum Verbs {
  static let articles: Set<String> = [
    "the", "a", "an", "each", "every", "all", "some", "many", "most", "no", "any", "both",
  ]
  /// Verbs that stand before the subject in a question as they are.
  static let auxiliary: Set<String> = [
    "is", "are", "was", "were", "can", "could", "should", "will", "would", "must", "may", "might",
    "cannot", "isn't", "aren't", "doesn't", "don't", "can't", "won't", "shouldn't", "couldn't",
    "wasn't", "weren't", "hasn't", "haven't",
  ]

  /// Another verb, as it stands behind “does” or “do”.
  struct Form {
    let base: String
    /// As it stands behind one: `sees`.
    let singular: String
    /// Whether its subject is of many.
    let isPlural: Bool
  }

  /// Verbs whose object is what there is to know of their subject.
  static let telling = words(
    """
    become need
    yield cost estimate approximate evaluate optimize recognize accept achieve add address allow announce apply assign avoid bring cause change choose collect count cut
    deliver divide double drop expect express gather give halve hide involve keep lower mask merge multiply name
    pick preserve protect raise read reset save select send show shrink skip split track update write
    accept assign capture carry combine compute contain control convert create decode
    define describe determine eliminate enable encode encourage ensure extract generate guarantee handle
    implement improve include increase indicate introduce learn limit measure minimize maximize normalize
    perform predict prevent produce provide reduce remove replace represent require return solve specify
    store support transform
    rescale rotate stretch penalize replicate partition decouple discard recompute restore verify propose reject
    allocate reserve waste occupy quantize retrieve distinguish truncate initialize concatenate inject prune clip
    amplify suppress attenuate accelerate exploit penalise normalise tokenise initialise minimise maximise optimise
    freeze conceal weaken strengthen soften sharpen flatten confine clamp embed expose reveal invert modify alter
    average subtract insert append evict fuse govern dictate correct undo destroy damage corrupt lose gain inherit lack
    hurt harm degrade boost outperform exceed widen duplicate recover isolate balance scatter overwrite cache
    favour favor punish encrypt compress decompress detect filter align bias copy round punctuate
    recognise generalise regularize regularise capture consume emit propagate receive simulate rewrite summarize
    """)
  /// Verbs that tell with one word behind them.
  static let tellingWith: [String: Set<String>] = [
    "consist": ["of"], "depend": ["on"], "suffer": ["from"], "lead": ["to"], "refer": ["to"],
    "rely": ["on"], "belong": ["to"], "focus": ["on"], "look": ["at"], "adapt": ["to"],
    "stand": ["for"],
    "deal": ["with"], "result": ["in"], "come": ["from", "with"], "correspond": ["to"],
    "apply": ["to"],
    "act": ["as"], "serve": ["as"], "start": ["with"], "begin": ["with"], "end": ["with"],
    "amount": ["to"],
    "contribute": ["to"], "respond": ["to"], "rise": ["with"], "grow": ["with"],
    "differ": ["from"],
  ]

  /// Verbs whose object is a whole clause: `it ensures that …`.
  static let stating: Set<String> = ["ensure", "guarantee", "require", "imply", "assume", "state"]

  private static let others = words(
    """
    act adapt adjust amount assume imply state appear arise begin behave belong call come compare consist contribute correspond
    deal decide depend differ drive end exist fail fall focus follow force give go grow happen
    help hold ignore infer involve last lead lie look make map match matter mean move occur offer operate
    own pass prefer print reach receive refer reflect rely remain render respond result rise run
    scale seem serve set share slow stand start stop suffer take tend throw treat turn understand use
    vary want work
    get keep go leave stay win bring push pull shift route trade sit lean compete interact specialize specialise drift
    settle deteriorate collapse break emerge disappear survive persist suffice behave arrive flow leak spread
    stretch forget see know say tell find hope aim seek attempt try worry think guess answer speak write say mix
    accumulate aggregate attend block converge cool crash cross decay diverge explode fit finish generalize
    oscillate overfit panic rest sample saturate succeed sum tokenize train vanish wait
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Forms that are as often nouns: they are verbs before an object alone.
  private static let nouns: Set<String> = [
    "guarantees", "controls", "measures", "supports", "limits", "returns", "changes", "causes",
    "uses",
    "shows", "reads", "writes", "runs", "sets", "starts", "stops", "works", "matches", "calls",
    "helps",
    "needs", "means", "maps", "moves", "drops", "falls", "turns", "updates", "offers", "stores",
    "shares",
    "adds", "increases", "names", "counts", "cuts", "masks", "picks", "ends", "results", "looks",
    "scales", "splits", "tracks", "yields", "costs", "estimates", "blocks", "samples",
    "fits", "rests", "sums", "crosses", "waits", "trains", "drives", "forces", "matters",
    "raises", "shifts", "routes", "trades", "breaks", "flows", "leaks", "drifts", "caches",
    "filters", "copies", "averages", "gains", "answers", "boosts", "finds", "wins",
    "guesses", "hopes",
    "biases", "balances", "damages", "stays", "pushes", "pulls",
  ]
  private static let prepositions: Set<String> = [
    "of", "for", "in", "on", "with", "from", "to", "is", "are", "was", "were", "can", "and", "or",
    "at",
    "by", "that", "which", "between", "within", "should", "must", "will", "may", "like", "such",
  ]

  private static let forms: [String: Form] = {
    var forms: [String: Form] = [:]
    for base in telling.union(others) {
      let ending =
        base.hasSuffix("s") || base.hasSuffix("x") || base.hasSuffix("ch")
        || base.hasSuffix("sh") || base.hasSuffix("o")
      let isY = base.hasSuffix("y") && !"aeou".contains(base.dropLast().last ?? "a")
      let one = isY ? String(base.dropLast()) + "ies" : ending ? base + "es" : base + "s"
      forms[one] = Form(base: base, singular: one, isPlural: false)
      forms[base] = Form(base: base, singular: one, isPlural: true)
    }
    forms["has"] = Form(base: "have", singular: "has", isPlural: false)
    forms["have"] = Form(base: "have", singular: "has", isPlural: true)
    return forms
  }()

  /// The verb that a word is after some words of a subject; nil where it is none.
  static func form(_ word: String, after subject: ArraySlice<String>, before next: String) -> Form?
  {
    guard let form = forms[word], let last = subject.last else { return nil }
    if nouns.contains(word), prepositions.contains(next) { return nil }
    guard form.isPlural else { return articles.contains(last) ? nil : form }
    // `models use`, and neither `the use` nor `to use`.
    let isMany = last.hasSuffix("s") && !last.hasSuffix("ss") && !last.hasSuffix("'s")
    return isMany || ["we", "you", "they", "people", "data"].contains(last) ? form : nil
  }

  /// Whether a sentence that begins with a word has no subject: `Store the weights`, `Stores the weights`.
  static func commands(_ word: String) -> Bool {
    forms[word] != nil
      || ["make", "check", "click", "press", "open", "install", "add", "let", "try", "run"]
        .contains(word)
  }

  /// Whether a word may be a verb at all.
  static func mayBe(_ word: String) -> Bool { auxiliary.contains(word) || forms[word] != nil }

  /// Whether a word behind `has` makes it an auxiliary.
  static func isParticiple(_ word: String) -> Bool {
    word.hasSuffix("ed") || participles.contains(word)
  }

  private static let participles: Set<String> = [
    "been", "become", "taken", "given", "shown", "made", "done", "built", "known", "seen",
    "written",
    "run", "set", "kept", "found", "grown", "chosen", "read", "sent", "split", "drawn", "learnt",
    "stored",
    "put", "held", "told", "thrown", "hidden", "broken", "driven", "cut",
  ]
}
