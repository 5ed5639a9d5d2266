import Testing
import Typesetting

/// How much of what KaTeX's table of supported functions names is drawn here; the rest stands there as
/// it was written, and `check` names it. The names are the field's; the list is written from knowledge of
/// them, and is no copy.
@Suite struct MathsSupportTests {
  private static func names(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  /// Commands that stand by themselves.
  private static let symbols = names(
    #"""
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau
    upsilon phi chi psi omega varepsilon varkappa vartheta thetasym varpi varrho varsigma varphi digamma
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau
    Upsilon Phi Chi Psi Omega varGamma varDelta varTheta varLambda varXi varPi varSigma varUpsilon
    varPhi varPsi varOmega imath jmath aleph alef alefsym beth gimel daleth eth nabla partial ell hbar
    hslash Bbbk wp Re real Im image Reals reals cnums Complex natnums N R Z OE oe AA aa AE ae O o ss Finv
    Game forall complement therefore emptyset exists subset because empty exist supset mapsto varnothing
    nexists mid to implies in land gets impliedby isin lor leftrightarrow iff notin ni notni neg lnot
    sum prod bigotimes bigvee int coprod bigoplus bigwedge iint intop bigodot bigcap iiint smallint
    biguplus bigcup oint oiint oiiint bigsqcup cdot cdotp ast times div pm mp plusmn star circ bullet
    bigcirc oplus ominus otimes oslash odot cap Cap cup Cup doublecap doublecup uplus sqcap sqcup vee
    wedge veebar barwedge doublebarwedge curlyvee curlywedge setminus smallsetminus wr amalg dagger
    ddagger dag ddag diamond bigtriangleup bigtriangledown boxplus boxminus boxtimes boxdot ltimes rtimes
    leftthreetimes rightthreetimes dotplus divideontimes intercal lhd rhd unlhd unrhd triangleleft
    triangleright circledast circledcirc circleddash gtrdot lessdot centerdot bmod sdot sect
    lt gt le leq leqslant leqq ge geq geqslant geqq ne neq ll gg lll ggg llless gggtr equiv approx
    approxeq thickapprox sim thicksim simeq backsim backsimeq cong propto varpropto doteq Doteq doteqdot
    fallingdotseq risingdotseq triangleq coloneqq eqqcolon coloncolon Coloneqq coloneq eqcolon colonapprox
    colonsim vcentcolon ratio dblcolon asymp lesssim gtrsim lessapprox gtrapprox lessgtr gtrless lesseqgtr
    gtreqless lesseqqgtr gtreqqless prec succ preceq succeq preccurlyeq succcurlyeq curlyeqprec
    curlyeqsucc precsim succsim precapprox succapprox eqslantless eqslantgtr subseteq supseteq subseteqq
    supseteqq Subset Supset sqsubset sqsupset sqsubseteq sqsupseteq sub sube supe owns models vDash
    Vdash Vvdash vdash dashv bowtie Join smile smallsmile frown smallfrown between pitchfork
    trianglelefteq trianglerighteq vartriangle vartriangleleft vartriangleright blacktriangle
    blacktriangledown blacktriangleleft blacktriangleright parallel shortparallel perp shortmid multimap
    origof imageof eqcirc circeq bumpeq Bumpeq eqsim
    gnapprox gneq gneqq gnsim gvertneqq lnapprox lneq lneqq lnsim lvertneqq ncong ngeq ngeqq ngeqslant
    ngtr nleq nleqq nleqslant nless nmid notin nparallel nprec npreceq nshortmid nshortparallel nsim
    nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq ntriangleleft ntrianglelefteq
    ntriangleright ntrianglerighteq nvdash nvDash nVDash nVdash precnapprox precneqq precnsim subsetneq
    subsetneqq succnapprox succneqq succnsim supsetneq supsetneqq varsubsetneq varsubsetneqq
    varsupsetneq varsupsetneqq
    circlearrowleft circlearrowright curvearrowleft curvearrowright Darr dArr darr dashleftarrow
    dashrightarrow downarrow Downarrow downdownarrows downharpoonleft downharpoonright hArr Harr harr
    hookleftarrow hookrightarrow lArr Larr larr leftarrow Leftarrow leftarrowtail leftharpoondown
    leftharpoonup leftleftarrows Leftrightarrow leftrightarrows leftrightharpoons leftrightsquigarrow
    Lleftarrow longleftarrow Longleftarrow longleftrightarrow Longleftrightarrow longmapsto
    longrightarrow Longrightarrow looparrowleft looparrowright Lrarr lrArr lrarr Lsh nearrow
    nleftarrow nLeftarrow nleftrightarrow nLeftrightarrow nrightarrow nRightarrow nwarrow rArr Rarr
    rarr restriction rightarrow Rightarrow rightarrowtail rightharpoondown rightharpoonup
    rightleftarrows rightleftharpoons rightrightarrows rightsquigarrow Rrightarrow Rsh searrow
    swarrow twoheadleftarrow twoheadrightarrow uArr Uarr uarr uparrow Uparrow updownarrow Updownarrow
    upharpoonleft upharpoonright upuparrows leadsto
    infty infin angle measuredangle sphericalangle triangle triangledown square Box blacksquare lozenge
    blacklozenge Diamond bigstar checkmark maltese clubsuit clubs diamondsuit diamonds heartsuit hearts
    spadesuit spades flat natural sharp surd degree copyright circledR circledS pounds mathsterling yen
    prime backprime backslash mho diagup diagdown top bot S P vdots cdots ddots ldots dots dotsb dotsc
    dotsi dotsm dotso mathellipsis textellipsis minuso KaTeX LaTeX TeX
    arccos arcsin arctan arctg arcctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp hom ker
    lg ln log sec sh sin sinh tan tanh tg th argmax argmin det gcd inf injlim lim liminf limsup max min
    plim Pr projlim sup varinjlim varliminf varlimsup varprojlim
    quad qquad thinspace medspace thickspace negthinspace negmedspace negthickspace enspace
    nobreakspace space
    textdollar textunderscore textless textgreater textbar textbardbl textbackslash textbraceleft
    textbraceright textasciitilde textasciicircum textendash textemdash textquoteleft textquoteright
    textquotedblleft textquotedblright textregistered textsterling textdagger textdaggerdbl
    lbrace rbrace lbrack rbrack lparen rparen langle rangle lang rang lt gt lvert rvert lVert rVert
    vert Vert lfloor rfloor lceil rceil lgroup rgroup lmoustache rmoustache ulcorner urcorner llcorner
    lrcorner llbracket rrbracket lBrace rBrace
    """#)

  /// Commands that take something.
  private static let functions = names(
    #"""
    acute{x} bar{x} breve{x} check{x} dot{x} ddot{x} dddot{x} ddddot{x} grave{x} hat{x} widehat{ac}
    tilde{x} widetilde{ac} utilde{AB} vec{x} mathring{g} overline{AB} underline{AB} underbar{X} widecheck{ac}
    overleftarrow{AB} underleftarrow{AB} overrightarrow{AB} underrightarrow{AB} Overrightarrow{AB}
    overleftrightarrow{AB} underleftrightarrow{AB} overleftharpoon{ac} overrightharpoon{ac}
    overgroup{AB} undergroup{AB} overbrace{AB} underbrace{AB} overlinesegment{AB} underlinesegment{AB}
    overbracket{AB} underbracket{AB} overparen{AB} underparen{AB}
    cancel{5} bcancel{5} xcancel{5} sout{abc} boxed{x} fbox{x} phase{-78} angl{n} angln not=
    frac{a}{b} dfrac{a}{b} tfrac{a}{b} cfrac{a}{b} genfrac(]{1px}{1}{a}{b} binom{n}{k} dbinom{n}{k}
    tbinom{n}{k} brace{n} brack{n} sqrt{x} sqrt[3]{x} stackrel{a}{=} overset{a}{=} underset{a}{=} substack{a\\b}
    pmod{a} pod{a} mod{a} operatorname{f} operatorname*{f} mathop{a} mathbin{a} mathrel{a} mathopen{a}
    mathclose{a} mathpunct{a} mathinner{a} mathord{a} raisebox{1em}{a} hbox{a} vcenter{a}
    mathrm{a} mathbf{a} mathit{a} mathnormal{a} mathsf{a} mathtt{a} mathbb{R} Bbb{R} mathcal{A}
    mathscr{A} mathfrak{A} frak{A} boldsymbol{a} bm{a} bold{a} pmb{a} textrm{a} textbf{a} textit{a}
    textsf{a} texttt{a} textnormal{a} textup{a} textmd{a} text{a} emph{a} textcircled{a} mathsfit{a}
    bra{a} ket{a} braket{a} Bra{a} Ket{a} Braket{a} set{a} Set{a}
    xleftarrow{a} xrightarrow{a} xLeftarrow{a} xRightarrow{a} xleftrightarrow{a} xLeftrightarrow{a}
    xhookleftarrow{a} xhookrightarrow{a} xtwoheadleftarrow{a} xtwoheadrightarrow{a} xmapsto{a}
    xlongequal{a} xleftharpoonup{a} xrightharpoonup{a} xleftharpoondown{a} xrightharpoondown{a}
    xleftrightharpoons{a} xrightleftharpoons{a} xtofrom{a}
    color{red}a textcolor{red}{a} colorbox{red}{a} fcolorbox{red}{blue}{a} href{u}{a} url{u}
    phantom{a} hphantom{a} vphantom{a} smash{a} mathllap{a} mathrlap{a} mathclap{a} llap{a} rlap{a} clap{a}
    hspace{1em} hspace*{1em} kern1em mkern18mu mskip18mu hskip1em
    mathstrut strut limits nolimits displaystyle textstyle scriptstyle scriptscriptstyle
    tiny{a} scriptsize{a} footnotesize{a} small{a} normalsize{a} large{a} Large{a} LARGE{a} huge{a} Huge{a}
    rm{a} bf{a} it{a} sf{a} tt{a} cal{A} rule{1em}{1em} tag{1} tag*{1} label{a} ref{a} eqref{a} nonumber notag
    mathchoice{a}{b}{c}{d} ensuremath{a} verb|a| newline relax allowbreak nobreak
    left(a\right) left.a\middle|b\right\} big( bigl( bigr) bigm| Big( Bigl( Bigr) bigg( biggl( biggr)
    Bigg( Biggl( Biggr) Biggm| bigg. char"263A
    """#)

  private static let environments = names(
    """
    matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix matrix* pmatrix* bmatrix* Bmatrix* vmatrix* Vmatrix*
    smallmatrix array darray subarray cases dcases rcases drcases aligned align align* alignedat alignat
    alignat* split gather gather* gathered equation equation* multline CD
    """)

  private func isDrawn(_ tex: String) -> Bool { Maths.unsetCommands(in: tex).isEmpty }

  @Test func atLeastNineOfTenAreDrawn() {
    let formulas =
      (Self.symbols + Self.functions).map { #"\\#($0)"# }
      + Self.environments.map { name in
        let argument =
          ["array", "darray", "subarray"].contains(name)
          ? "{c}" : name.contains("alignat") || name == "alignedat" ? "{1}" : ""
        return #"\begin{\#(name)}\#(argument)a\end{\#(name)}"#
      }
    let missing = formulas.filter { !isDrawn($0) }

    #expect(
      missing.count * 10 <= formulas.count,
      "\(missing.count) of \(formulas.count): \(missing.joined(separator: " "))")
  }

  @Test(arguments: [
    (#"\braket{a|b}"#, "⟨a|b⟩"), (#"\Set{1}"#, "{1}"), (#"\href{u}{x}"#, "x"),
    (#"a\kern1em b"#, "a b"), (#"\verb|a_b|"#, "a_b"), (#"\fcolorbox{red}{blue}{x}"#, "x"),
    (#"\mathchoice{a}{b}{c}{d}"#, "a"), (#"x \nleqslant y"#, "x ≰ y"),
    (#"\genfrac{}{}{}{}{a}{b}"#, "a/b"), (#"\genfrac(]{1px}{1}{a}{b}"#, "(a/b]"),
    (#"\rule{0pt}{1em}x"#, "x"), (#"\angl{n}"#, "n⌝"), (#"A \xmapsto{f} B"#, "A ⟼ᶠ B"),
    (#"\text{see }\eqref{1}"#, "see (1)"), (#"\large{x}"#, "x"), (#"\sh x"#, "sh x"),
    (#"\begin{darray}{c}a\\b\end{darray}"#, "[a; b]"),
    // What is not drawn stands as it was written.
    (#"\begin{CD}"#, #"\begin{CD}"#), (#"\char"263A"#, #"\char"263A"#),
  ]) func rareCommandsSayWhatTheyMean(tex: String, text: String) {
    #expect(Maths.inline(tex) == text)
  }
}
