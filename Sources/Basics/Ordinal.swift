extension Int {
  /// The place, counted from 0, that a person names by its number, counted from 1: 2 of `3`. A number that names
  /// none, such as `0`, is -1; what is no number is nil.
  package init?(ordinal text: some StringProtocol) {
    guard let number = Int(text) else { return nil }
    self = number > 0 ? number - 1 : -1
  }
}
