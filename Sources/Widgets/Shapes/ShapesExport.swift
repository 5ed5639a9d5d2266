import Formulas
import JSONText
import Numerics

extension ShapesWidget {
  package func preview(_ view: View) -> [WidgetBlock] {
    let sizes = Self.fields.compactMap { field in
      field.write(parameters).map { "\(field.key) \($0)" }
    }
    let counted = [rows.first { $0.name == "one block" }, rows.last].compactMap(\.self).map {
      "\($0.name): \(Self.text($0.parameters)) parameters, \(Self.text($0.work)) multiply-adds"
    }
    return [.text([sizes.joined(separator: "   ")] + counted, rank: 0)]
  }

  private static func json(_ count: Int) -> JSON { count == .max ? .null : .integer(count) }

  package var resultsJSON: JSON {
    [
      "parts": .array(
        rows.map { row in
          [
            "name": .string(row.name), "shape": .string(row.shape),
            "parameters": Self.json(row.parameters), "multiplyAdds": Self.json(row.work),
          ]
        }),
      "memory": .array(
        memory.map { ["name": .string($0.name), "bytes": Self.json($0.bytes)] }),
    ]
  }

  package var script: String {
    func python(_ formula: SizeFormula) -> String {
      formula.terms.isEmpty ? "0" : formula.text(times: " * ") { $0.rawValue }
    }
    func list(_ place: TransformerPart.Place) -> String {
      let lines = shape.parts.filter { $0.place == place }.map { part in
        "    (\(Script.string(part.name)), \(python(part.parametersFormula)), "
          + "\(python(part.multiplyAddsFormula))),"
      }
      return "[\n" + lines.joined(separator: "\n") + "\n]"
    }
    return """
      n, d, heads, kv_heads = \(shape.length), \(shape.width), \(shape.heads), \(shape.keyValueHeads)
      layers, decoder, m, vocabulary = \(shape.layers), \(shape.decoderLayers), \(shape.hidden), \(shape.vocabulary)
      k = d // heads * kv_heads  # the width of keys and of values

      # Each part with its parameters and its multiply-adds.
      block = \(list(.block))
      decoder_block = \(decoderList(list))
      apart = \(list(.once))

      def total(parts):
          return sum(part[1] for part in parts), sum(part[2] for part in parts)

      def show(name, parameters, work):
          print(f"{name:32} {parameters:14} parameters {work:16} multiply-adds")

      for part in block + decoder_block:
          show(*part)
      wholes = list(apart)
      for name, parts, count in [("block", block, layers), ("decoder block", decoder_block, decoder)]:
          if count:
              show("one " + name, *total(parts))
              wholes.append((f"all {count} {name}s", *(count * x for x in total(parts))))
              show(*wholes[-1])
      for part in apart:
          show(*part)
      parameters, work = total(wholes)
      show("in all", parameters, work)

      print("bytes of the weights: float32", 4 * parameters, "bfloat16", 2 * parameters,
            "int8", parameters * 17 // 16, "int4", parameters * 9 // 16)
      print("KV cache in 16 bits", 2 * (2 * decoder or layers) * n * k * 2)
      print("training", 16 * parameters)

      """
  }

  private func decoderList(_ list: (TransformerPart.Place) -> String) -> String {
    shape.decoderLayers > 0 ? list(.decoderBlock) : "[]"
  }
}
