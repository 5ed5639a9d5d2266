/// How settings of one type are kept, read and shown.
struct SettingKind<Value: Sendable>: Sendable {
  /// The values that are possible, in words.
  let words: String
  /// A value as it is kept.
  let text: @Sendable (Value) -> String
  /// A kept value; nil where the text is none.
  let read: @Sendable (String) -> Value?
  /// A value for people.
  let shown: @Sendable (Value) -> String
}

extension SettingKind where Value == Bool {
  static var yesOrNo: Self {
    Self(
      words: "yes or no", text: { $0 ? "yes" : "no" },
      read: { ["yes": true, "no": false][$0] }, shown: { $0 ? "yes" : "no" })
  }
}

extension SettingKind where Value == Int {
  /// A whole number within bounds.
  static func count(_ bounds: ClosedRange<Int>) -> Self {
    Self(
      words: "\(bounds.lowerBound) to \(bounds.upperBound)", text: { "\($0)" },
      read: { Int($0).flatMap { bounds.contains($0) ? $0 : nil } }, shown: { "\($0)" })
  }
}

extension SettingKind where Value == Double {
  /// A share within bounds, kept as 0.9 and shown as 90 %.
  static func share(_ bounds: ClosedRange<Double>) -> Self {
    Self(
      words: "\(percent(bounds.lowerBound)) to \(percent(bounds.upperBound))", text: { "\($0)" },
      read: { Double($0).flatMap { bounds.contains($0) ? $0 : nil } }, shown: percent)
  }
}
