import JSONText
import Notes

/// A widget's state as files.
package enum Export {
  /// JSON that opens it again, Markdown to read, and a script that prints the same numbers.
  static func files<W: Widget>(_ widget: W) -> [ExportFile] {
    let stem = W.name
    return [
      ExportFile(stem: stem, ending: "json", text: json(widget)),
      ExportFile(stem: stem, ending: "md", text: markdown(widget)),
      ExportFile(stem: stem, ending: "py", text: widget.script),
    ]
  }

  static func json<W: Widget>(_ widget: W) -> String {
    let json: JSON = [
      "widget": .string(W.name), "inputs": .inputs(widget.inputs),
      "results": widget.resultsJSON,
    ]
    return json.versioned.text + "\n"
  }

  static func markdown<W: Widget>(_ widget: W) -> String {
    // A file keeps every digit.
    let view = W.View(cursor: widget.firstCursor, significant: 17)
    let numbers = BlockLayout.transcript(widget.blocks(view)).joined(separator: "\n")
    return """
      # \(W.title)

      ```\(W.name)
      \(widget.inputs.text)```

      ```text
      \(numbers)
      ```

      """
  }
}
