import Notes

extension Widget {
  /// An open widget with the inputs that it came with, and what the reader left it with, as far as
  /// that began with them.
  package static func opened(
    _ inputs: Inputs, draft: Draft? = nil
  ) throws(Diagnostic) -> any WidgetPanel {
    let fresh = try Self(inputs)
    return Panel(fresh, draft: draft?.origin == fresh.inputs ? draft : nil)
  }
}
