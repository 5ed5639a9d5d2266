import Notes
import Storage

/// What is there beside a path that is not.
enum NearPath {
  /// More names are not looked through.
  private static let most = 5_000

  /// The file or folder of the nearest name in the folder of a path, as it is typed; nil where none is near.
  static func of(_ path: String) -> String? {
    let whole = Path(path)
    let names = Mapping.names(in: whole.parent ?? Path(".")).prefix(most).map(\.text)
      .filter { !$0.hasPrefix(".") }
    // A name without its ending is that of a note.
    let wanted = whole.name.text
    let near =
      names.first { name in
        NoteName.endings.contains { name == wanted + $0 || name == "\(wanted).\($0)" }
      } ?? NearestWord.nearest(to: wanted, among: names)
    guard let near else { return nil }
    return String(path.dropLast(wanted.count)) + near
  }
}
