import Inside
import Notes
import TextUI

@testable import Widgets

/// A panel with inputs, after keys.
func panel(
  _ type: any Widget.Type, _ inputs: Inputs? = nil, keys: [Key] = []
) throws -> any WidgetPanel {
  var panel = try type.opened(inputs ?? type.example)
  for key in keys { _ = panel.update(.key(key)) }
  return panel
}

/// A panel of a widget's example with other inputs, that does not play by itself and has computed all there is.
func still(
  _ type: any Widget.Type, _ inputs: KeyValuePairs<String, String> = [:]
) throws -> any WidgetPanel {
  var panel = try type.opened(inputs.reduce(type.example) { $0.with($1.key, $1.value) })
  panel.isStill = true
  panel.finish()
  return panel
}

extension WidgetPanel {
  /// Computes all that there is to compute.
  mutating func finish() {
    while isWorking { _ = update(.tick) }
  }

  /// What the lesson shows of it, without what parts columns.
  var told: String {
    preview(width: 70, height: 24, ascii: false).map {
      $0.text.split(separator: " ").joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// Whether the lesson shows a matrix last on its lines: `1 2; 3 4`.
  func tells(rows: String) -> Bool {
    let lines = told.split(separator: "\n")
    return rows.split(separator: "; ").allSatisfy { row in lines.contains { $0.hasSuffix(row) } }
  }

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
    var panel = self
    panel.ascii = ascii
    panel.draw(on: &canvas, in: canvas.bounds)
    return canvas
  }

  var text: String { transcript.joined(separator: "\n") }
}

/// Opens a copy of the model inside as one is kept, under a name of its own, at a path.
func openCopy(_ name: String, at path: String) throws {
  let shipped = try ShippedModel.file.get()
  var file = ModelFile(
    vocabulary: shipped.vocabulary, base: shipped.base, adaptations: [], gate: [])
  file.name = name
  OpenedModels.open(path, .own(file))
}
