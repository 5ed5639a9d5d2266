import Glibc
import Notes
import TextUI

@testable import Widgets

/// A panel with inputs, after keys.
func panel(
  _ type: any Widget.Type, _ inputs: Inputs? = nil, keys: [Key] = []
) throws -> WidgetPanel {
  var panel = try WidgetPanel(type, inputs ?? type.example)
  for key in keys { _ = panel.update(.key(key)) }
  return panel
}

extension WidgetPanel {
  /// Presses keys; everything that it said.
  @discardableResult
  mutating func press(_ keys: Key...) -> [WidgetEffect] {
    keys.flatMap { update(.key($0)) }
  }

  /// Types text and Enter.
  @discardableResult
  mutating func type(_ text: String) -> [WidgetEffect] {
    text.flatMap { update(.key(.character($0))) } + update(.key(.enter))
  }

  /// The picture of a size.
  func canvas(_ columns: Int, _ rows: Int, ascii: Bool = false) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    draw(on: &canvas, in: canvas.bounds, ascii: ascii)
    return canvas
  }

  var text: String { transcript.joined(separator: "\n") }
}

/// Compares text with a file beside the tests; a missing file is written, and does not agree.
func golden(_ text: String, _ name: String, file: String = #filePath) -> Bool {
  let folder = file.split(separator: "/").dropLast().joined(separator: "/")
  let path = "/\(folder)/Goldens/\(name)"
  guard let stream = fopen(path, "r") else {
    if let new = fopen(path, "w") {
      fputs(text, new)
      fclose(new)
    }
    return false
  }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self) == text
}

/// Names of files in a folder and those below it.
func fileNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasPrefix(".") { continue }
    if entry.pointee.d_type == UInt8(DT_DIR) {
      names += fileNames(in: folder + "/" + name)
    } else {
      names.append(name)
    }
  }
  return names
}
