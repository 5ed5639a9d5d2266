/// Commands that stand for a letter, a constant or another ordinary sign: name, glyph, plain spelling.
enum MathsLetters {
  static let greek = [
    ("alpha", "α", "alpha"), ("beta", "β", "beta"), ("gamma", "γ", "gamma"),
    ("delta", "δ", "delta"), ("epsilon", "ϵ", "epsilon"), ("varepsilon", "ε", "epsilon"),
    ("zeta", "ζ", "zeta"), ("eta", "η", "eta"), ("theta", "θ", "theta"),
    ("vartheta", "ϑ", "theta"), ("iota", "ι", "iota"), ("kappa", "κ", "kappa"),
    ("varkappa", "ϰ", "kappa"), ("lambda", "λ", "lambda"), ("mu", "μ", "mu"), ("nu", "ν", "nu"),
    ("xi", "ξ", "xi"), ("omicron", "ο", "omicron"), ("pi", "π", "pi"), ("varpi", "ϖ", "pi"),
    ("rho", "ρ", "rho"), ("varrho", "ϱ", "rho"), ("sigma", "σ", "sigma"),
    ("varsigma", "ς", "sigma"), ("tau", "τ", "tau"), ("upsilon", "υ", "upsilon"),
    ("phi", "ϕ", "phi"), ("varphi", "φ", "phi"), ("chi", "χ", "chi"), ("psi", "ψ", "psi"),
    ("omega", "ω", "omega"), ("digamma", "ϝ", "digamma"),
    ("Alpha", "Α", "Alpha"), ("Beta", "Β", "Beta"), ("Gamma", "Γ", "Gamma"),
    ("varGamma", "Γ", "Gamma"), ("Delta", "Δ", "Delta"), ("varDelta", "Δ", "Delta"),
    ("Epsilon", "Ε", "Epsilon"), ("Zeta", "Ζ", "Zeta"), ("Eta", "Η", "Eta"),
    ("Theta", "Θ", "Theta"), ("varTheta", "Θ", "Theta"), ("Iota", "Ι", "Iota"),
    ("Kappa", "Κ", "Kappa"), ("Lambda", "Λ", "Lambda"), ("varLambda", "Λ", "Lambda"),
    ("Mu", "Μ", "Mu"), ("Nu", "Ν", "Nu"), ("Xi", "Ξ", "Xi"), ("varXi", "Ξ", "Xi"),
    ("Omicron", "Ο", "Omicron"), ("Pi", "Π", "Pi"), ("varPi", "Π", "Pi"), ("Rho", "Ρ", "Rho"),
    ("Sigma", "Σ", "Sigma"), ("varSigma", "Σ", "Sigma"), ("Tau", "Τ", "Tau"),
    ("Upsilon", "Υ", "Upsilon"), ("varUpsilon", "Υ", "Upsilon"), ("Phi", "Φ", "Phi"),
    ("varPhi", "Φ", "Phi"), ("Chi", "Χ", "Chi"), ("Psi", "Ψ", "Psi"), ("varPsi", "Ψ", "Psi"),
    ("Omega", "Ω", "Omega"), ("varOmega", "Ω", "Omega"),
  ]

  static let signs = [
    ("infty", "∞", "inf"), ("partial", "∂", "d"), ("nabla", "∇", "nabla"), ("ell", "ℓ", "l"),
    ("hbar", "ℏ", "hbar"), ("hslash", "ℏ", "hbar"), ("imath", "ı", "i"), ("jmath", "ȷ", "j"),
    ("Re", "ℜ", "Re"), ("Im", "ℑ", "Im"), ("wp", "℘", "p"), ("aleph", "ℵ", "aleph"),
    ("beth", "ℶ", "beth"), ("forall", "∀", "forall"), ("exists", "∃", "exists"),
    ("nexists", "∄", "not exists"), ("emptyset", "∅", "{}"), ("varnothing", "∅", "{}"),
    ("neg", "¬", "not"), ("lnot", "¬", "not"), ("top", "⊤", "T"), ("bot", "⊥", "_|_"),
    ("angle", "∠", "angle"), ("triangle", "△", "triangle"), ("square", "□", "[]"),
    ("Box", "□", "[]"), ("blacksquare", "■", "[]"), ("diamond", "⋄", "<>"),
    ("lozenge", "◊", "<>"), ("bigstar", "★", "*"), ("checkmark", "✓", "ok"),
    ("clubsuit", "♣", "clubs"), ("diamondsuit", "♢", "diamonds"), ("heartsuit", "♡", "hearts"),
    ("spadesuit", "♠", "spades"), ("flat", "♭", "flat"), ("natural", "♮", "natural"),
    ("sharp", "♯", "#"), ("surd", "√", "sqrt"), ("degree", "°", "deg"), ("dag", "†", "+"),
    ("ddag", "‡", "++"), ("S", "§", "S"), ("P", "¶", "P"), ("copyright", "©", "(c)"),
    ("pounds", "£", "GBP"), ("euro", "€", "EUR"), ("complement", "∁", "complement"),
    ("eth", "ð", "eth"), ("mho", "℧", "mho"), ("prime", "′", "'"), ("backprime", "‵", "`"),
    ("backslash", "\\", "\\"), ("textbackslash", "\\", "\\"), ("_", "_", "_"), ("%", "%", "%"),
    ("$", "$", "$"), ("#", "#", "#"), ("&", "&", "&"), ("vert", "|", "|"), ("|", "‖", "||"),
    ("Vert", "‖", "||"), ("slash", "/", "/"), ("AA", "Å", "A"), ("aa", "å", "a"),
    ("oe", "œ", "oe"), ("ae", "æ", "ae"), ("ss", "ß", "ss"), ("o", "ø", "o"), ("O", "Ø", "O"),
    ("Reals", "ℝ", "R"), ("reals", "ℝ", "R"), ("R", "ℝ", "R"), ("N", "ℕ", "N"), ("Z", "ℤ", "Z"),
    ("Q", "ℚ", "Q"), ("C", "ℂ", "C"), ("textdegree", "°", "deg"),
  ]

  static let dots = [
    ("ldots", "…", "..."), ("dots", "…", "..."), ("dotsc", "…", "..."), ("dotso", "…", "..."),
    ("cdots", "⋯", "..."), ("dotsb", "⋯", "..."), ("dotsm", "⋯", "..."), ("dotsi", "⋯", "..."),
    ("vdots", "⋮", ":"), ("ddots", "⋱", "..."), ("iddots", "⋰", "..."),
  ]

  /// Functions whose name is drawn upright and whose scripts stay beside it, and names of programs, likewise upright.
  static let functions = [
    "arccos", "arccot", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg",
    "dim", "exp", "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
    "LaTeX", "TeX", "KaTeX",
  ]

  /// Functions whose lower script goes below the name in displays.
  static let limits = [
    ("det", "det"), ("gcd", "gcd"), ("inf", "inf"), ("lim", "lim"), ("liminf", "lim inf"),
    ("limsup", "lim sup"), ("max", "max"), ("min", "min"), ("Pr", "Pr"), ("sup", "sup"),
    ("argmax", "arg max"), ("argmin", "arg min"), ("plim", "plim"), ("injlim", "inj lim"),
    ("projlim", "proj lim"),
  ]
}
