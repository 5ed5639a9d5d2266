/// Commands of KaTeX's table that are seldom met: name, glyph, plain spelling.
enum MathsRarities {
  typealias Entry = (String, String, String)

  static let letters: [Entry] = [
    ("thetasym", "ϑ", "theta"), ("alef", "ℵ", "aleph"), ("alefsym", "ℵ", "aleph"),
    ("gimel", "ℷ", "gimel"), ("daleth", "ℸ", "daleth"), ("Bbbk", "𝕜", "k"), ("real", "ℜ", "Re"),
    ("image", "ℑ", "Im"), ("cnums", "ℂ", "C"), ("Complex", "ℂ", "C"), ("natnums", "ℕ", "N"),
    ("OE", "Œ", "OE"), ("AE", "Æ", "AE"), ("Finv", "Ⅎ", "F"), ("Game", "⅁", "G"),
    ("empty", "∅", "{}"), ("exist", "∃", "exists"), ("sect", "§", "S"), ("infin", "∞", "inf"),
    ("measuredangle", "∡", "angle"), ("sphericalangle", "∢", "angle"),
    ("triangledown", "▽", "\\/"), ("vartriangle", "△", "triangle"), ("blacktriangle", "▲", "^"),
    ("blacktriangledown", "▼", "v"), ("blacktriangleleft", "◀", "<|"),
    ("blacktriangleright", "▶", "|>"), ("blacklozenge", "⧫", "<>"), ("Diamond", "◊", "<>"),
    ("maltese", "✠", "+"), ("clubs", "♣", "clubs"), ("diamonds", "♢", "diamonds"),
    ("hearts", "♡", "hearts"), ("spades", "♠", "spades"), ("circledR", "®", "(R)"),
    ("circledS", "Ⓢ", "(S)"), ("mathsterling", "£", "GBP"), ("yen", "¥", "JPY"),
    ("diagup", "╱", "/"), ("diagdown", "╲", "\\"),
    ("restriction", "↾", "|"),
    ("textdollar", "$", "$"), ("textunderscore", "_", "_"), ("textless", "<", "<"),
    ("textgreater", ">", ">"), ("textbar", "|", "|"), ("textbardbl", "‖", "||"),
    ("textbraceleft", "{", "{"), ("textbraceright", "}", "}"), ("textasciitilde", "~", "~"),
    ("textasciicircum", "^", "^"), ("textendash", "–", "-"), ("textemdash", "—", "--"),
    ("textquoteleft", "‘", "'"), ("textquoteright", "’", "'"), ("textquotedblleft", "“", "\""),
    ("textquotedblright", "”", "\""), ("textregistered", "®", "(R)"),
    ("textsterling", "£", "GBP"), ("textdagger", "†", "+"), ("textdaggerdbl", "‡", "++"),
  ]

  static let dots: [Entry] = [("mathellipsis", "…", "..."), ("textellipsis", "…", "...")]

  static let big: [Entry] = [
    ("intop", "∫", "int"), ("oiint", "∯", "oiint"), ("oiiint", "∰", "oiiint"),
  ]

  static let binary: [Entry] = [
    ("plusmn", "±", "+-"), ("minuso", "⊖", "(-)"), ("bigcirc", "◯", "O"), ("Cap", "⋒", "intersect"),
    ("Cup", "⋓", "union"), ("doublecap", "⋒", "intersect"), ("doublecup", "⋓", "union"),
    ("barwedge", "⊼", "nand"), ("doublebarwedge", "⩞", "and"), ("curlyvee", "⋎", "or"),
    ("curlywedge", "⋏", "and"), ("boxminus", "⊟", "[-]"), ("leftthreetimes", "⋋", "x"),
    ("rightthreetimes", "⋌", "x"), ("divideontimes", "⋇", "/x"), ("lhd", "⊲", "<|"),
    ("rhd", "⊳", "|>"), ("unlhd", "⊴", "<|="), ("unrhd", "⊵", "|>="), ("circledast", "⊛", "(*)"),
    ("circledcirc", "⊚", "(o)"), ("circleddash", "⊝", "(-)"), ("gtrdot", "⋗", ">."),
    ("lessdot", "⋖", "<."), ("sdot", "⋅", "*"),
  ]

  static let relations: [Entry] = [
    ("isin", "∈", "in"), ("notni", "∌", "not contains"), ("llless", "⋘", "<<<"),
    ("gggtr", "⋙", ">>>"), ("thickapprox", "≈", "~="), ("thicksim", "∼", "~"),
    ("varpropto", "∝", "propto"), ("Doteq", "≑", ":="), ("doteqdot", "≑", ":="),
    ("fallingdotseq", "≒", "="), ("risingdotseq", "≓", "="), ("coloncolon", "∷", "::"),
    ("Coloneqq", "⩴", "::="), ("eqcolon", "∹", "-:"),
    ("vcentcolon", ":", ":"), ("ratio", "∶", ":"),
    ("dblcolon", "∷", "::"), ("lessgtr", "≶", "<>"), ("gtrless", "≷", "><"),
    ("lesseqgtr", "⋚", "<=>"), ("gtreqless", "⋛", ">=<"), ("lesseqqgtr", "⪋", "<=>"),
    ("gtreqqless", "⪌", ">=<"), ("curlyeqprec", "⋞", "=<"), ("curlyeqsucc", "⋟", "=>"),
    ("precsim", "≾", "<~"), ("succsim", "≿", ">~"), ("precapprox", "⪷", "<~"),
    ("succapprox", "⪸", ">~"), ("eqslantless", "⪕", "=<"), ("eqslantgtr", "⪖", "=>"),
    ("subseteqq", "⫅", "subseteq"), ("supseteqq", "⫆", "superseteq"), ("Subset", "⋐", "subset"),
    ("Supset", "⋑", "superset"), ("sqsubset", "⊏", "subset"), ("sqsupset", "⊐", "superset"),
    ("sub", "⊂", "subset"), ("sube", "⊆", "subseteq"), ("supe", "⊇", "superseteq"),
    ("owns", "∋", "contains"), ("Vdash", "⊩", "||-"), ("Vvdash", "⊪", "|||-"),
    ("Join", "⋈", "|x|"), ("smallsmile", "⌣", "smile"), ("smallfrown", "⌢", "frown"),
    ("between", "≬", "between"), ("pitchfork", "⋔", "pitchfork"), ("trianglelefteq", "⊴", "<|="),
    ("trianglerighteq", "⊵", "|>="), ("vartriangleleft", "⊲", "<|"),
    ("vartriangleright", "⊳", "|>"), ("shortparallel", "∥", "||"), ("shortmid", "∣", "|"),
    ("multimap", "⊸", "-o"), ("origof", "⊶", "o-*"), ("imageof", "⊷", "*-o"),
    ("eqcirc", "≖", "=o"), ("circeq", "≗", "o="), ("bumpeq", "≏", "="), ("Bumpeq", "≎", "="),
    ("eqsim", "≂", "=~"),
  ]

  static let negated: [Entry] = [
    ("gnapprox", "⪊", ">!~"), ("gneq", "⪈", ">!="), ("gneqq", "≩", ">!="), ("gnsim", "⋧", ">!~"),
    ("gvertneqq", "≩", ">!="), ("lnapprox", "⪉", "<!~"), ("lneq", "⪇", "<!="),
    ("lneqq", "≨", "<!="), ("lnsim", "⋦", "<!~"), ("lvertneqq", "≨", "<!="),
    ("ncong", "≇", "!~="), ("ngeq", "≱", "!>="), ("ngeqq", "≱", "!>="), ("ngeqslant", "≱", "!>="),
    ("ngtr", "≯", "!>"), ("nleq", "≰", "!<="), ("nleqq", "≰", "!<="), ("nleqslant", "≰", "!<="),
    ("nless", "≮", "!<"), ("nprec", "⊀", "!<"), ("npreceq", "⋠", "!<="), ("nshortmid", "∤", "!|"),
    ("nshortparallel", "∦", "!||"), ("nsim", "≁", "!~"), ("nsubseteqq", "⊈", "not subseteq"),
    ("nsucc", "⊁", "!>"), ("nsucceq", "⋡", "!>="), ("nsupseteq", "⊉", "not superseteq"),
    ("nsupseteqq", "⊉", "not superseteq"), ("ntriangleleft", "⋪", "!<|"),
    ("ntrianglelefteq", "⋬", "!<|="), ("ntriangleright", "⋫", "!|>"),
    ("ntrianglerighteq", "⋭", "!|>="), ("nvdash", "⊬", "!|-"), ("nvDash", "⊭", "!|="),
    ("nVDash", "⊯", "!||="), ("nVdash", "⊮", "!||-"), ("precnapprox", "⪹", "<!~"),
    ("precneqq", "⪵", "<!="), ("precnsim", "⋨", "<!~"), ("subsetneqq", "⫋", "subset"),
    ("succnapprox", "⪺", ">!~"), ("succneqq", "⪶", ">!="), ("succnsim", "⋩", ">!~"),
    ("supsetneqq", "⫌", "superset"), ("varsubsetneq", "⊊", "subset"),
    ("varsubsetneqq", "⫋", "subset"), ("varsupsetneq", "⊋", "superset"),
    ("varsupsetneqq", "⫌", "superset"),
  ]

  static let arrows: [Entry] = [
    ("circlearrowleft", "↺", "<-"), ("circlearrowright", "↻", "->"), ("curvearrowleft", "↶", "<-"),
    ("curvearrowright", "↷", "->"), ("Darr", "⇓", "v"), ("dArr", "⇓", "v"), ("darr", "↓", "v"),
    ("downdownarrows", "⇊", "v"), ("downharpoonleft", "⇃", "v"), ("downharpoonright", "⇂", "v"),
    ("hArr", "⇔", "<=>"), ("Harr", "⇔", "<=>"), ("harr", "↔", "<->"), ("lArr", "⇐", "<="),
    ("Larr", "⇐", "<="), ("larr", "←", "<-"), ("leftarrowtail", "↢", "<-<"),
    ("leftleftarrows", "⇇", "<="), ("leftrightarrows", "⇆", "<=>"),
    ("leftrightharpoons", "⇋", "<=>"), ("leftrightsquigarrow", "↭", "<~>"),
    ("Lleftarrow", "⇚", "<=="), ("looparrowleft", "↫", "<-"), ("looparrowright", "↬", "->"),
    ("Lrarr", "⇔", "<=>"), ("lrArr", "⇔", "<=>"), ("lrarr", "↔", "<->"), ("Lsh", "↰", "<-"),
    ("nLeftarrow", "⇍", "!<="), ("nleftrightarrow", "↮", "!<->"),
    ("nLeftrightarrow", "⇎", "!<=>"), ("rArr", "⇒", "=>"), ("Rarr", "⇒", "=>"),
    ("rarr", "→", "->"), ("rightarrowtail", "↣", ">->"), ("Rrightarrow", "⇛", "==>"),
    ("Rsh", "↱", "->"), ("twoheadleftarrow", "↞", "<<-"), ("uArr", "⇑", "^"), ("Uarr", "⇑", "^"),
    ("uarr", "↑", "^"), ("Updownarrow", "⇕", "^v"), ("upharpoonleft", "↿", "^"),
    ("upharpoonright", "↾", "^"), ("upuparrows", "⇈", "^"),
  ]

  static let opening: [Entry] = [
    ("lang", "⟨", "<"), ("lmoustache", "⎰", "("), ("llcorner", "⌞", "."), ("lBrace", "⦃", "{|"),
  ]

  static let closing: [Entry] = [
    ("rang", "⟩", ">"), ("rmoustache", "⎱", ")"), ("lrcorner", "⌟", "."), ("rBrace", "⦄", "|}"),
  ]

  static let functions = [
    "arctg", "arcctg", "ch", "cosec", "cotg", "ctg", "cth", "sh", "tg", "th",
  ]

  static let limits: [(String, String)] = [
    ("varinjlim", "inj lim"), ("varliminf", "lim inf"), ("varlimsup", "lim sup"),
    ("varprojlim", "proj lim"),
  ]

  /// Arrows of which a text stands above or below: the command, and the symbol that it draws.
  static let labelled = [
    "xrightarrow": "longrightarrow", "xleftarrow": "longleftarrow", "xLeftarrow": "Longleftarrow",
    "xRightarrow": "Longrightarrow", "xleftrightarrow": "longleftrightarrow",
    "xLeftrightarrow": "Longleftrightarrow", "xhookleftarrow": "hookleftarrow",
    "xhookrightarrow": "hookrightarrow", "xtwoheadleftarrow": "twoheadleftarrow",
    "xtwoheadrightarrow": "twoheadrightarrow", "xmapsto": "longmapsto", "xlongequal": "=",
    "xleftharpoonup": "leftharpoonup", "xrightharpoonup": "rightharpoonup",
    "xleftharpoondown": "leftharpoondown", "xrightharpoondown": "rightharpoondown",
    "xleftrightharpoons": "leftrightharpoons", "xrightleftharpoons": "rightleftharpoons",
    "xtofrom": "rightleftarrows",
  ]
}
