import Glibc
import Widgets

/// Writes exported files into the current folder, never over one that is there.
enum FreshFiles {
  private static let most = 9999

  /// Writes all files under one number; what to tell the reader.
  static func write(_ files: [ExportFile]) -> String {
    for number in 1...most {
      let names = files.map { "\($0.stem)-\(number).\($0.ending)" }
      if names.contains(where: { access($0, F_OK) == 0 }) { continue }
      for (file, name) in zip(files, names) {
        if let problem = write(file.text, to: name) {
          return "\(name) cannot be written: \(problem)"
        }
      }
      return "Wrote " + names.joined(separator: ", ")
    }
    return "Nothing written: \(most) exports are here already; take some away"
  }

  private static func write(_ text: String, to name: String) -> String? {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    defer { close(descriptor) }
    return Output.write(text, to: descriptor) ? nil : String(cString: strerror(errno))
  }
}
