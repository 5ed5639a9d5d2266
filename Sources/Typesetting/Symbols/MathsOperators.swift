/// Commands that stand for operators, relations, arrows and delimiters: name, glyph, plain spelling.
enum MathsOperators {
  static let big = [
    ("sum", "∑", "sum"), ("prod", "∏", "prod"), ("coprod", "∐", "coprod"), ("int", "∫", "int"),
    ("smallint", "∫", "int"), ("iint", "∬", "iint"), ("iiint", "∭", "iiint"),
    ("oint", "∮", "oint"), ("bigcup", "⋃", "union"), ("bigcap", "⋂", "intersect"),
    ("bigsqcup", "⨆", "union"), ("biguplus", "⨄", "union"), ("bigvee", "⋁", "or"),
    ("bigwedge", "⋀", "and"), ("bigoplus", "⨁", "(+)"), ("bigotimes", "⨂", "(x)"),
    ("bigodot", "⨀", "(.)"),
  ]

  static let binary = [
    ("pm", "±", "+-"), ("mp", "∓", "-+"), ("times", "×", "x"), ("div", "÷", "/"),
    ("cdot", "·", "*"), ("centerdot", "·", "*"), ("cdotp", "·", "*"), ("ast", "∗", "*"),
    ("star", "⋆", "*"), ("circ", "∘", "o"), ("bullet", "•", "*"), ("oplus", "⊕", "(+)"),
    ("ominus", "⊖", "(-)"), ("otimes", "⊗", "(x)"), ("oslash", "⊘", "(/)"),
    ("odot", "⊙", "(.)"), ("cap", "∩", "intersect"), ("cup", "∪", "union"),
    ("uplus", "⊎", "union"), ("sqcap", "⊓", "intersect"), ("sqcup", "⊔", "union"),
    ("vee", "∨", "or"), ("lor", "∨", "or"), ("wedge", "∧", "and"), ("land", "∧", "and"),
    ("veebar", "⊻", "xor"), ("setminus", "∖", "\\"), ("smallsetminus", "∖", "\\"),
    ("wr", "≀", "wr"), ("amalg", "⨿", "coprod"), ("dagger", "†", "+"), ("ddagger", "‡", "++"),
    ("bigtriangleup", "△", "/\\"), ("bigtriangledown", "▽", "\\/"), ("boxplus", "⊞", "[+]"),
    ("boxtimes", "⊠", "[x]"), ("boxdot", "⊡", "[.]"), ("ltimes", "⋉", "|x"),
    ("rtimes", "⋊", "x|"), ("dotplus", "∔", "+"), ("bmod", "mod", "mod"),
    ("intercal", "⊺", "T"), ("triangleleft", "◁", "<|"), ("triangleright", "▷", "|>"),
  ]

  static let relations = [
    ("dashrightarrow", "⇢", "-->"), ("dashleftarrow", "⇠", "<--"), ("lessapprox", "⪅", "<~"),
    ("gtrapprox", "⪆", ">~"), ("backsimeq", "⋍", "~="), ("backsim", "∽", "~"),
    ("le", "≤", "<="), ("leq", "≤", "<="), ("leqslant", "≤", "<="), ("leqq", "≦", "<="),
    ("ge", "≥", ">="), ("geq", "≥", ">="), ("geqslant", "≥", ">="), ("geqq", "≧", ">="),
    ("ne", "≠", "!="), ("neq", "≠", "!="), ("lt", "<", "<"), ("gt", ">", ">"),
    ("ll", "≪", "<<"), ("gg", "≫", ">>"), ("lll", "⋘", "<<<"), ("ggg", "⋙", ">>>"),
    ("equiv", "≡", "==="), ("approx", "≈", "~="), ("approxeq", "≊", "~="), ("sim", "∼", "~"),
    ("simeq", "≃", "~-"), ("cong", "≅", "~="), ("propto", "∝", "propto"), ("doteq", "≐", ".="),
    ("triangleq", "≜", "="), ("coloneqq", "≔", ":="), ("coloneq", "≔", ":="),
    ("eqqcolon", "≕", "=:"), ("asymp", "≍", "~"), ("lesssim", "≲", "<~"),
    ("gtrsim", "≳", ">~"), ("prec", "≺", "<"), ("succ", "≻", ">"), ("preceq", "≼", "<="),
    ("succeq", "≽", ">="), ("preccurlyeq", "≼", "<="), ("succcurlyeq", "≽", ">="),
    ("in", "∈", "in"), ("notin", "∉", "not in"), ("ni", "∋", "contains"),
    ("subset", "⊂", "subset"), ("supset", "⊃", "superset"), ("subseteq", "⊆", "subseteq"),
    ("supseteq", "⊇", "superseteq"), ("subsetneq", "⊊", "subset"),
    ("supsetneq", "⊋", "superset"), ("nsubseteq", "⊈", "not subseteq"),
    ("sqsubseteq", "⊑", "subseteq"), ("sqsupseteq", "⊒", "superseteq"), ("mid", "|", "|"),
    ("nmid", "∤", "!|"), ("parallel", "∥", "||"), ("nparallel", "∦", "!||"),
    ("perp", "⊥", "_|_"), ("models", "⊨", "|="), ("vDash", "⊨", "|="), ("vdash", "⊢", "|-"),
    ("dashv", "⊣", "-|"), ("bowtie", "⋈", "|x|"), ("smile", "⌣", "smile"),
    ("frown", "⌢", "frown"), ("therefore", "∴", "therefore"), ("because", "∵", "because"),
    ("gets", "←", "<-"), ("leftarrow", "←", "<-"), ("to", "→", "->"),
    ("rightarrow", "→", "->"), ("leftrightarrow", "↔", "<->"), ("longleftarrow", "⟵", "<--"),
    ("longrightarrow", "⟶", "-->"), ("longleftrightarrow", "⟷", "<-->"),
    ("Leftarrow", "⇐", "<="), ("Rightarrow", "⇒", "=>"), ("Leftrightarrow", "⇔", "<=>"),
    ("Longleftarrow", "⟸", "<=="), ("Longrightarrow", "⟹", "==>"),
    ("Longleftrightarrow", "⟺", "<==>"), ("implies", "⟹", "==>"),
    ("impliedby", "⟸", "<=="), ("iff", "⟺", "<==>"), ("mapsto", "↦", "|->"),
    ("longmapsto", "⟼", "|-->"), ("hookrightarrow", "↪", "->"), ("hookleftarrow", "↩", "<-"),
    ("rightharpoonup", "⇀", "->"), ("rightharpoondown", "⇁", "->"),
    ("leftharpoonup", "↼", "<-"), ("leftharpoondown", "↽", "<-"),
    ("rightleftharpoons", "⇌", "<=>"), ("leadsto", "⇝", "~>"), ("rightsquigarrow", "⇝", "~>"),
    ("nrightarrow", "↛", "!->"), ("nleftarrow", "↚", "!<-"), ("nRightarrow", "⇏", "!=>"),
    ("uparrow", "↑", "^"), ("downarrow", "↓", "v"), ("updownarrow", "↕", "^v"),
    ("Uparrow", "⇑", "^"), ("Downarrow", "⇓", "v"), ("nearrow", "↗", "/"),
    ("searrow", "↘", "\\"), ("swarrow", "↙", "/"), ("nwarrow", "↖", "\\"),
    ("twoheadrightarrow", "↠", "->>"), ("rightrightarrows", "⇉", "=>"),
    ("rightleftarrows", "⇄", "<=>"),
  ]

  static let opening = [
    ("{", "{", "{"), ("lbrace", "{", "{"), ("lbrack", "[", "["), ("lparen", "(", "("),
    ("langle", "⟨", "<"), ("lvert", "|", "|"), ("lVert", "‖", "||"),
    ("lfloor", "⌊", "floor("), ("lceil", "⌈", "ceil("), ("llbracket", "⟦", "[["),
    ("ulcorner", "⌜", "'"), ("lgroup", "⟮", "("),
  ]

  static let closing = [
    ("}", "}", "}"), ("rbrace", "}", "}"), ("rbrack", "]", "]"), ("rparen", ")", ")"),
    ("rangle", "⟩", ">"), ("rvert", "|", "|"), ("rVert", "‖", "||"), ("rfloor", "⌋", ")"),
    ("rceil", "⌉", ")"), ("rrbracket", "⟧", "]]"), ("urcorner", "⌝", "'"),
    ("rgroup", "⟯", ")"),
  ]
}
