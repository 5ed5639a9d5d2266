/// What is wrong, and apart from it what to do about it: who tells both, and who may tell only one, need not guess
/// where the one ends.
package struct Advice: Equatable, Sendable, ExpressibleByStringInterpolation {
  /// What is wrong.
  package var fault: String
  /// What to write or do instead; empty where nothing is told.
  package var remedy: String

  /// What is wrong, and what to do.
  package init(_ fault: String, remedy: String = "") {
    self.fault = fault
    self.remedy = remedy
  }

  /// What is wrong, where nothing is to be done.
  package init(stringLiteral value: String) { self.init(value) }

  /// Both, in one line.
  package var text: String {
    fault.isEmpty || remedy.isEmpty ? fault + remedy : "\(fault): \(remedy)"
  }

  /// The same, with what it is said of before it.
  package func said(of name: String) -> Advice { Advice("\(name): \(fault)", remedy: remedy) }

  /// The same, and behind what is told last more of it.
  package func adding(_ more: String) -> Advice {
    remedy.isEmpty ? Advice(fault + more) : Advice(fault, remedy: remedy + more)
  }
}
