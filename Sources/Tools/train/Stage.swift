import Inside
import Models
import Numerics

/// A part of the training: what is read, how it is learnt, and for how long.
protocol Stage {
  static var name: String { get }
  var steps: Int { get }
  var recipe: OptimiserRecipe { get }
  /// What the next step reads.
  mutating func batch(_ packer: inout Packer, _ source: inout Source) -> Batch
  /// What the last step cost where an answer was to be given; whether the stage goes on.
  mutating func learnt(_ loss: Double, step: Int) -> Bool
}

extension Stage {
  mutating func learnt(_ loss: Double, step: Int) -> Bool { true }

  /// Muon for the matrices of the blocks, Adam for the rest.
  static func muon(_ peak: Double, adam: Double, warmUp: Int, _ decay: Schedule.Decay)
    -> OptimiserRecipe
  {
    var recipe = OptimiserRecipe(schedule: Schedule(peak: adam, warmUp: warmUp, decay: decay))
    recipe.method = .muon
    recipe.muonPeak = peak
    recipe.decay = 0.02
    recipe.clip = 1
    return recipe
  }
}

/// A mean in which the last 25 steps or so count.
struct RunningLoss {
  private(set) var value: Double?
  private var count = 0

  mutating func add(_ loss: Double) {
    count += 1
    value = (value ?? loss) + (loss - (value ?? loss)) / Double(min(count, 25))
  }

  /// Whether it is below, and no accident.
  func isBelow(_ limit: Double) -> Bool { count > 25 && (value ?? .infinity) < limit }
}
