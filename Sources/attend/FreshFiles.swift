import Libc
import Notes
import Storage
import Widgets

/// Writes exported files into the current folder, never over one that is there.
enum FreshFiles {
  private static let most = 9999

  /// Writes all files under one number; what to tell the reader.
  static func write(_ files: [ExportFile]) -> String {
    for number in 1...most {
      let names = files.map { "\($0.stem)-\(number).\($0.ending)" }
      guard names.allSatisfy({ FileWriter.isFree(Path($0)) }) else { continue }
      for (file, name) in zip(files, names) {
        do throws(StorageProblem) {
          try FileWriter.write(file.bytes, to: Path(name), replacing: .nothing)
        } catch { return "Not exported: \(error.message)" }
      }
      // Of one name only its endings differ.
      let stems = Set(files.map(\.stem))
      guard let stem = stems.first, stems.count == 1 else {
        return "Wrote " + names.joined(separator: ", ") + folder
      }
      let written = files.map { ".\($0.ending)" }.joined(separator: ", ")
      let notes = files.map(\.note).filter { !$0.isEmpty }.joined(separator: "; ")
      let note = notes.isEmpty ? "" : " (\(notes))"
      return "Wrote \(stem)-\(number)\(written)\(note)\(folder)"
    }
    return "Nothing written: \(most) exports are here already; take some away"
  }

  /// Where that is: ` in ~/notes`.
  private static var folder: String {
    guard let found = getcwd(nil, 0) else { return "" }
    defer { free(found) }
    let path = String(cString: found)
    guard let home = getenv("HOME").map({ String(cString: $0) }), home.count > 1,
      path == home || path.hasPrefix(home + "/")
    else { return " in \(path)" }
    return " in ~\(path.dropFirst(home.count))"
  }
}
