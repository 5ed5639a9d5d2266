/// Where a key means something: a screen, or what lies over it and takes the keys first. Each stands
/// beside its table.
package struct KeyScope: Hashable, Sendable {
  /// As a reader's own keys name it.
  package let name: String
  /// As the manual page names it.
  package let title: String
  /// Whether letters are typed there.
  package let takesText: Bool

  package init(_ name: String, _ title: String, takesText: Bool = false) {
    self.name = name
    self.title = title
    self.takesText = takesText
  }
}
