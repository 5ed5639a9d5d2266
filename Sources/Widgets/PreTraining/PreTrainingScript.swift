import Lab
import Models
import Numerics

/// A NumPy script that makes the same pre-training: the same rows, which stand in it, through an LSTM
/// with both passes written out.
///
/// Beneath it a probe is fitted to the states, as `Probe` is, for each count of labels.
struct PreTrainingScript {
  private let key: PreTrainingKey

  init(_ key: PreTrainingKey) { self.key = key }

  private static func letters(_ rows: [[Int32]]) -> String {
    let words = rows.map { row in
      String(decoding: row.map { UInt8(ascii: "a") + UInt8(clamping: $0) }, as: UTF8.self)
    }
    return stride(from: 0, to: words.count, by: 5).map {
      words[$0..<min($0 + 5, words.count)].joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// Rows, each after the number of its topic.
  private static func letters(_ rows: [Topics.Row]) -> String {
    let words = rows.map { row in "\(row.topic)" + letters([row.tokens]) }
    return stride(from: 0, to: words.count, by: 5).map {
      words[$0..<min($0 + 5, words.count)].joined(separator: " ")
    }.joined(separator: "\n")
  }

  var text: String {
    let plan = key.plan
    let run = PreTrainingRun(plan, seed: key.seed)
    let parameters = ParameterText(run.model.parameters, run.model.named)
    let probed = run.probed
    return """
      # Pre-training by \(plan.objective.word), seed \(key.seed), in NumPy.
      import numpy as np

      seed, steps, batch = \(key.seed), \(plan.steps), \(plan.batch)
      symbols, length, width = \(plan.symbols), \(plan.length), \(plan.width)
      repeats = \(plan.objective == .autoencoder ? "True" : "False")

      \(parameters.text)
      \(TrainPython.random)
      every = [[ord(letter) - 97 for letter in row] for row in \"\"\"
      \(Self.letters(run.unlabelled))
      \"\"\".split()]

      def lesson(row):
          \"\"\"What is read, and what is to be said at each place; -1 where nothing is.\"\"\"
          if repeats:  # the row, "now you", and all but the last of the row again
              return row + [symbols] + row[:-1], [-1] * length + row
          return row, row[1:] + [-1]

      def sigmoid(x):
          return 1 / (1 + np.exp(-x))

      def forward(tokens):
          x = p["embedding"][tokens]
          h = c = np.zeros((len(tokens), width), np.float32)
          kept, states = [], []
          for time in range(tokens.shape[1]):
              sums = x[:, time] @ p["input"] + p["bias"] + h @ p["recurrent"]
              i, f, g, o = np.split(sums, 4, axis=1)
              i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
              before, held = h, c
              c = f * c + i * g
              h = o * np.tanh(c)
              kept.append((before, held, i, f, g, o, c))
              states.append(h)
          states = np.stack(states, axis=1)
          return states @ p["head"] + p["headBias"], (x, states, kept)

      def backward(tokens, passed, dlogits):
          x, states, kept = passed
          g_ = {name: np.zeros_like(values) for name, values in p.items()}
          g_["head"] += np.einsum("rti,rto->io", states, dlogits)
          g_["headBias"] += dlogits.sum((0, 1))
          dstates = dlogits @ p["head"].T
          dx = np.zeros_like(x)
          dh = dc = np.zeros((len(tokens), width), np.float32)
          for time in reversed(range(tokens.shape[1])):
              before, held, i, f, g, o, c = kept[time]
              dh = dh + dstates[:, time]
              bent = np.tanh(c)
              dcell = dh * o * (1 - bent**2) + dc
              sums = np.concatenate([
                  dcell * g * i * (1 - i), dcell * held * f * (1 - f),
                  dcell * i * (1 - g**2), dh * bent * o * (1 - o)], axis=1)
              g_["input"] += x[:, time].T @ sums
              g_["bias"] += sums.sum(0)
              g_["recurrent"] += before.T @ sums
              dx[:, time] = sums @ p["input"].T
              dh, dc = sums @ p["recurrent"].T, dcell * f
          np.add.at(g_["embedding"], tokens, dx)
          return g_

      \(TrainPython.loss)
      means = {name: np.zeros_like(values) for name, values in p.items()}
      squares = {name: np.zeros_like(values) for name, values in p.items()}
      for step in range(steps):
          draws = Draws(1, step)
          tokens, targets = map(np.array, zip(*(
              lesson(every[draws.int(0, len(every) - 1)]) for _ in range(batch))))
          logits, passed = forward(tokens)
          loss, dlogits = softmax_loss(logits, targets)
          print("step", step, "loss", f"{loss:.6f}")
          rate = 1e-2 * min(1, (step + 1) / 10)
          for name, gradient in backward(tokens, passed, dlogits.astype(np.float32)).items():  # Adam
              means[name] = np.float32(0.9) * means[name] + np.float32(0.1) * gradient
              squares[name] = np.float32(0.98) * squares[name] + np.float32(0.02) * gradient**2
              mean, square = means[name] / np.float32(1 - 0.9**(step + 1)), squares[name] / np.float32(1 - 0.98**(step + 1))
              p[name] -= np.float32(rate) * mean / (np.sqrt(square) + np.float32(1e-8))

      # A probe reads the topic, the digit before each row, from the state after it.
      def probed(text):
          rows = text.split()
          tokens = np.array([[ord(letter) - 97 for letter in row[1:]] for row in rows])
          return forward(tokens)[1][1][:, -1].astype(np.float64), np.array([int(row[0]) for row in rows])

      fitted, topics = probed(\"\"\"
      \(Self.letters(probed.fitted))
      \"\"\")
      tried, truth = probed(\"\"\"
      \(Self.letters(probed.tried))
      \"\"\")

      def right(count):
          \"\"\"What softmax(x W + b) tells apart, fitted to so many labels.\"\"\"
          x = np.column_stack([fitted[:count], np.ones(count)])
          wanted = np.eye(\(run.topics.transitions.count))[topics[:count]]
          W = np.zeros((x.shape[1], wanted.shape[1]))
          for _ in range(300):
              scores = x @ W
              shares = np.exp(scores - scores.max(1, keepdims=True))
              shares /= shares.sum(1, keepdims=True)
              W -= 1e-2 * W + x.T @ (shares - wanted) / count
          said = np.column_stack([tried, np.ones(len(tried))]) @ W
          return (said.argmax(1) == truth).mean()

      for count in \(PreTraining.labelCounts):
          print(count, "labels", right(count))

      """
  }
}
