import Libc
import Notes
import Screens
import Storage
import Widgets

/// A widget's exported state on disk.
enum StateFile {
  /// The way to the widget in a `.json` file; nil where the path is no such file.
  static func read(_ path: String) throws(ReadProblem) -> WidgetRoute? {
    guard path.lowercased().hasSuffix(".json"), let bytes = try file(path) else { return nil }
    do throws(Diagnostic) {
      let (type, inputs) = try Export.read(bytes)
      return WidgetRoute(name: type.name, inputs: inputs, key: "")
    } catch { throw ReadProblem("\(path) \(error.advice)") }
  }

  /// No longer file is a config or a widget's state.
  private static let sizeLimit = 16_000_000

  /// All of a regular file; nil where there is none of that name.
  static func file(_ path: String) throws(ReadProblem) -> [UInt8]? {
    let descriptor = open(Path(path).cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    do { return try NoteFiles.readAll(descriptor, atMost: sizeLimit).get() } catch {
      throw ReadProblem("\(path) \(error.message)")
    }
  }
}
