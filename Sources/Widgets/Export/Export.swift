import JSONText
import Notes

/// A widget's state as files.
package enum Export {
  /// As it opens.
  static func files<W: Widget>(_ widget: W) -> [ExportFile] {
    files(widget, at: widget.firstCursor)
  }

  /// JSON that opens it again, Markdown to read, as it is seen from where the cursor stands, and a
  /// script that prints the same numbers.
  static func files<W: Widget>(_ widget: W, at cursor: W.Cursor) -> [ExportFile] {
    let stem = W.name
    return [
      ExportFile(stem: stem, ending: "json", text: json(widget)),
      ExportFile(stem: stem, ending: "md", text: markdown(widget, at: cursor)),
      ExportFile(stem: stem, ending: "py", text: widget.script),
    ]
  }

  static func json<W: Widget>(_ widget: W) -> String {
    let json: JSON = [
      "widget": .string(W.name), "inputs": .inputs(widget.sharedInputs),
      "results": widget.resultsJSON,
    ]
    return json.versioned.text + "\n"
  }

  static func markdown<W: Widget>(_ widget: W, at cursor: W.Cursor) -> String {
    // A file keeps every digit.
    let view = W.View(cursor: cursor, significant: 17)
    let numbers = BlockLayout.transcript(widget.blocks(view)).joined(separator: "\n")
    return """
      # \(W.title)

      ```\(W.name)
      \(widget.sharedInputs.text)```

      ```text
      \(numbers)
      ```

      """
  }
}
