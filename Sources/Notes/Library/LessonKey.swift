/// What lessons were known by when their titles still held icons and names of pictures as they are written:
/// `a.md#:material-rocket: Begin`.
package enum LessonKey {
  /// The key that such a lesson has now; nil where it is the same.
  package static func withoutMarks(_ key: String) -> String? {
    guard let sign = key.firstIndex(of: "#"), key[sign...].contains(":") else { return nil }
    let title = String(key[key.index(after: sign)...])
    let shown = Shortcodes.shown(Icon.shown(title))
    return shown == title || shown.isEmpty ? nil : key[...sign] + shown
  }
}
