import Libc
import Inside
import Models
import Numerics

/// The folder in which a run keeps its log and what it has learnt after each stage.
struct Run {
  let folder: String
  let seed: UInt64

  /// Goes through a stage, or takes what an earlier run of it left.
  func train(
    _ decoder: Decoder<Float>, _ packer: inout Packer, _ stage: some Stage, moving: [Slot]? = nil
  )
    throws -> Decoder<Float>
  {
    var stage = stage
    let name = type(of: stage).name
    var decoder = decoder
    if let kept = try load(name, count: decoder.parameters.count) {
      decoder.parameters = kept
      return decoder
    }
    var learner = Learner(decoder, stage.recipe, moving: moving)
    var mean = RunningLoss()
    var answers = RunningLoss()
    let start = processorTime()
    for step in 0..<stage.steps {
      // Each step has draws of its own, so that none depends on how much another took.
      var source = Source(seed: SeededGenerator.seed(of: "\(seed) \(name) \(step)"))
      let batch = stage.batch(&packer, &source)
      let loss = learner.step(batch)
      mean.add(loss.loss)
      answers.add(loss.answers)
      if step % 50 == 49 {
        log(
          "\(name)\t\(step + 1)\t\(fixed(mean.value ?? 0))\t\(fixed(answers.value ?? 0))\t\(Int(processorTime() - start))"
        )
      }
      if !stage.learnt(loss.answers, step: step) {
        log("\(name)\tdone\t\(step + 1)")
        break
      }
    }
    try save(learner.decoder.parameters, name)
    return learner.decoder
  }

  func log(_ line: String) {
    print(line)
    fflush(nil)
    guard let file = fopen("\(folder)/log.tsv", "a") else { return }
    fputs(line + "\n", file)
    fclose(file)
  }

  /// Makes the folder, where it is not there.
  func begin() throws {
    if mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw Mistake("cannot make the folder \(folder)")
    }
  }

  func save(_ parameters: [Float], _ name: String) throws {
    try write(parameters.withUnsafeBytes { Array($0) }, "\(name).f32")
  }

  func load(_ name: String, count: Int) throws -> [Float]? {
    let path = "\(folder)/\(name).f32"
    guard access(path, F_OK) == 0 else { return nil }
    let bytes = try Self.read(path)
    guard bytes.count == 4 * count else {
      throw Mistake("\(path) is of another model: remove it, or name another --folder")
    }
    return bytes.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Self.write(bytes, to: "\(folder)/\(name)")
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw Mistake("cannot write \(path)") }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw Mistake("\(path) was not written whole: is the disk full?")
    }
  }

  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Mistake("cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return bytes
  }
}

struct Mistake: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Processor seconds of this process.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// With four decimals.
func fixed(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
  let whole = Int((abs(value) * 10_000).rounded())
  let digits = String(whole % 10_000)
  return (value < 0 ? "-" : "") + "\(whole / 10_000)."
    + String(repeating: "0", count: 4 - digits.count) + digits
}
