import Libc
import Lab
import Models

/// What the engine of the lab does in a second of processor time: matrix products beside a plain loop,
/// and steps of three recipes, which `torch_steps.py` takes beside torch.
enum ModelSpeed {
  static func run() {
    let plain = plainLoop()
    print("\n### Matrix products, in billions of multiply-adds a second\n")
    print("| product | a·b | of plain | a·bᵀ | of plain | aᵀ·b | of plain |")
    print("|---|---|---|---|---|---|---|")
    print("| plain a[i] += w * x[i], 1,024 numbers | \(number(plain)) | | | | | |")
    for (n, k, m) in [
      (64, 64, 64), (512, 128, 128), (384, 32, 32), (704, 32, 64), (20, 24, 20), (11, 16, 11),
    ] {
      let cells = products(n, k, m).map { "\(number($0)) | \(number($0 / plain))" }
      print("| \(n)×\(k)×\(m) | \(cells.joined(separator: " | ")) |")
    }
    print("\n### Steps a second: forward, loss, backward, Adam\n")
    print("| recipe | median of 5 | best |\n|---|---|---|")
    for recipe in [Recipe.reverse, .induction, .instructions] {
      let rates = (0..<5).map { _ in steps(recipe) }
      print("| \(recipe.name) | \(number(median(rates) ?? 0)) | \(number(rates.max() ?? 0)) |")
    }
  }

  private static func plainLoop() -> Double {
    let x = (0..<1_024).map { Float($0 % 7) }
    var a = x
    let repeats = 2_000
    let time = leastTime { for turn in 0..<repeats { addScaled(&a, Float(turn) * 1e-9, x) } }
    precondition(a[0].isFinite)
    return Double(1_024 * repeats) * 1e-9 / time
  }

  /// Of n×k by k×m, of the second transposed, and of the first transposed.
  private static func products(_ n: Int, _ k: Int, _ m: Int) -> [Double] {
    var a = (0..<n * k).map { Float($0 % 7) - 3 }
    var b = (0..<k * m).map { Float($0 % 5) - 2 }
    var c = [Float](repeating: 0, count: n * m)
    let repeats = 2_000_000 / (n * k * m) + 1
    let work = Double(n * k * m * repeats) * 1e-9
    return a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else {
            return []
          }
          let to = Matrix(c, rows: n, columns: m)
          let left = Matrix(a, rows: n, columns: k)
          let right = Matrix(b, rows: k, columns: m)
          let transposedLeft = Matrix(a, rows: k, columns: n).transposed
          let turnedRight = Matrix(b, rows: m, columns: k).transposed
          return [(left, right), (left, turnedRight), (transposedLeft, right)].map { left, right in
            work / leastTime { for _ in 0..<repeats { multiply(left, right, into: to) } }
          }
        }
      }
    }
  }

  private static func steps(_ recipe: Recipe) -> Double {
    var decoder = Decoder<Float>(recipe.shape, seed: 1)
    var trace = Trace<Float>(recipe.shape, rows: recipe.batch, length: recipe.source.task.length)
    var gradients = decoder.parameters.map { _ in Float(0) }
    var optimiser = Optimiser(recipe.optimiser, decoder)
    let rows = recipe.source.batch(recipe.batch, step: 0, seed: 1)
    let (tokens, targets) = (rows.flatMap(\.tokens), rows.flatMap(\.knowableTargets))
    let count = 200
    let start = processorTime()
    for _ in 0..<count {
      gradients.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
      decoder.forward(tokens, into: &trace)
      _ = CrossEntropy.loss(
        trace.values, trace.slots.logits, targets, gradients: &trace.gradients)
      decoder.backward(tokens, &trace, addingTo: &gradients)
      optimiser.step(&decoder.parameters, &gradients)
    }
    return Double(count) / (processorTime() - start)
  }

  /// The least of 40 times: what else goes on only ever adds.
  private static func leastTime(_ body: () -> Void) -> Double {
    (0..<40).map { _ in
      let start = processorTime()
      body()
      return processorTime() - start
    }.min() ?? 0
  }

  /// Processor seconds of this process, which others on the machine do not lengthen.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
