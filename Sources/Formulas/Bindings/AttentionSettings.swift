import Notes
import Numerics

extension AttentionScale {
  /// The scale as typed: `auto`, `none`, or a factor.
  package init(reading text: some StringProtocol) throws(NumberProblem) {
    switch text.lowercased() {
    case "auto": self = .auto
    case "none": self = .none
    default: self = .value(try NumberReader.number(text))
    }
  }
}
