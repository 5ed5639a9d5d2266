import Libc

// Usage: EmbedContent OUT FILE…
// Writes a Swift file that holds the text of each FILE as a literal, so that the course travels
// inside the program.

/// The whole file, or an end with a message.
func contents(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { fail("\(path): cannot be read") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes.append(contentsOf: buffer[..<count])
  }
  return bytes
}

func fail(_ message: String) -> Never {
  let line = Array("error: \(message)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count >= 2 else { fail("usage: EmbedContent OUT FILE…") }
var out = "let embeddedFiles: [(name: String, text: StaticString)] = [\n"
for path in arguments.dropFirst(2) {
  let name = path.split(separator: "/").last ?? ""
  guard let text = String(validating: contents(path), as: UTF8.self) else {
    fail("\(path): is not UTF-8")
  }
  // Eight number signs: more than any Markdown has after a quotation mark.
  let fence = String(repeating: "#", count: 8)
  out += "  (\n    \"\(name)\",\n    \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)\n  ),\n"
}
out += "]\n"
guard let file = fopen(arguments[1], "wb"), fputs(out, file) >= 0, fclose(file) == 0 else {
  fail("\(arguments[1]): cannot be written")
}
