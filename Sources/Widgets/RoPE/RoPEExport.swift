import JSONText
import Numerics

extension RoPEWidget {
  package func preview(_ view: View) -> [WidgetBlock] {
    let numbers = NumberText()
    let score = rows(in: .scores)[0].values[0]
    let parts = [
      ["q = \(numbers.vector(q))", "k = \(numbers.vector(k))"],
      ["positions \(m) and \(n)", "score of the two turned = \(numbers.text(score))"],
    ]
    return [.text(parts.map { $0.joined(separator: "   ") }, rank: 0)]
  }

  package var resultsJSON: JSON {
    func turned(_ rotation: Rotation) -> JSON {
      [
        "angles": .numbers(rotation.angles.elements),
        "cosines": .numbers(rotation.cosines.elements),
        "sines": .numbers(rotation.sines.elements),
        "turned": .numbers(rotation.rotated.elements),
      ]
    }
    return [
      "q": turned(query), "k": turned(key),
      "moves": .array(PositionScores.moves.map { .array([.integer($0.0), .integer($0.1)]) }),
      "scores": .object(
        rows(in: .scores).map { JSON.Member($0.name, .numbers($0.values)) }),
    ]
  }

  package var script: String {
    let places = Set(PositionScores.moves.flatMap { [m + $0.0, n + $0.1] }).sorted()
    let learnt = places.map {
      "    \($0): np.array(\(Script.vector(PositionScores.learnt($0, q.count)))),"
    }
    let moves = PositionScores.moves.map { "(\($0.0), \($0.1))" }.joined(separator: ", ")
    return """
      import numpy as np

      q = np.array(\(Script.vector(q)))
      k = np.array(\(Script.vector(k)))
      m, n, base = \(m), \(n), \(Script.number(parameters.base))
      d = len(q)
      pairs = [\(positions.layout == .interleaved ? "(2 * i, 2 * i + 1)" : "(i, i + d // 2)") for i in range(d // 2)]

      def turned(x, place):
          y = x.copy()
          for i, (a, b) in enumerate(pairs):
              angle = place * base ** (-2 * i / d)
              y[a] = x[a] * np.cos(angle) - x[b] * np.sin(angle)
              y[b] = x[a] * np.sin(angle) + x[b] * np.cos(angle)
          return y

      def sinusoids(x, place):
          i = np.arange(d)
          angle = place / 10000 ** ((i - i % 2) / d)
          return x + np.where(i % 2 == 0, np.sin(angle), np.cos(angle))

      # Numbers at random stand for learnt ones.
      rows = {
      \(learnt.joined(separator: "\n"))
      }

      print("angles of q", m * base ** (-2 * np.arange(d // 2) / d))
      print("q turned", turned(q, m))
      print("angles of k", n * base ** (-2 * np.arange(d // 2) / d))
      print("k turned", turned(k, n))
      print("product", turned(q, m) * turned(k, n))
      for name, placed in [("rotary", turned), ("sinusoids", sinusoids),
                           ("learnt", lambda x, p: x + rows[p]), ("none", lambda x, p: x)]:
          print(name, *(placed(q, m + i) @ placed(k, n + j) for i, j in [\(moves)]))

      """
  }
}
