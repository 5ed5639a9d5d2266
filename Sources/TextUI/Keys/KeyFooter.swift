/// How a key stands in the footer: what it does now, in a word or two.
package struct KeyFooter<Action: Equatable & Sendable>: Sendable {
  /// 1 is the most wanted; nil stands at the right edge, where the way out is.
  let rank: Int?
  /// Nil where the row's own word says it.
  private let text: String?
  private var others: [(fact: KeyFact, text: String, rank: Int?)] = []
  /// Actions whose keys stand beside this one's.
  private(set) var partners: [Action] = []
  /// Whether the partner ends a range that begins here: `1–4 how sure`.
  private(set) var isRange = false
  /// A shorter word for narrow screens, where the keys of some actions that do the same kind of thing
  /// stand beside this one's: `n p step`.
  private var short: String?
  private(set) var shortPartners: [Action] = []
  /// When it is shown: what a key would do nothing with now is not offered.
  let when: KeyCondition

  private init(_ rank: Int?, _ text: String?, when: KeyCondition) {
    self.rank = rank
    self.text = text
    self.when = when
  }

  package static func at(
    _ rank: Int, _ text: String? = nil, when: KeyCondition = .always
  ) -> Self {
    Self(rank, text, when: when)
  }

  /// The way out of the screen, or of what lies over it.
  package static func out(_ text: String? = nil) -> Self { Self(nil, text, when: .always) }

  /// Says something else while that holds, and may be more wanted then; the first that holds is said.
  package func saying(_ text: String, when fact: KeyFact, at rank: Int? = nil) -> Self {
    var footer = self
    footer.others.append((fact, text, rank))
    return footer
  }

  /// Shows the keys of other actions too: `n N match`.
  package func beside(_ partners: Action...) -> Self {
    var footer = self
    footer.partners += partners
    return footer
  }

  /// Shows the keys from this one to that of another action.
  package func through(_ last: Action) -> Self {
    var footer = self
    (footer.partners, footer.isRange) = ([last], true)
    return footer
  }

  /// Says less where the screen is narrow, for the keys of other actions too as far as these are shown.
  package func short(_ text: String, beside partners: Action...) -> Self {
    var footer = self
    (footer.short, footer.shortPartners) = (text, partners)
    return footer
  }

  func text(given facts: Set<KeyFact>) -> String? {
    others.first { facts.contains($0.fact) }?.text ?? text
  }

  func rank(given facts: Set<KeyFact>) -> Int? {
    others.first { facts.contains($0.fact) }?.rank ?? rank
  }

  /// What it says where the screen is narrow; nil where that is no less.
  func short(given facts: Set<KeyFact>) -> String? {
    others.contains { facts.contains($0.fact) } ? nil : short
  }
}

extension KeyFooter: ExpressibleByIntegerLiteral {
  package init(integerLiteral rank: Int) { self = .at(rank) }
}
