import CSystem
import Notes
import Pages

/// Work done inside this process, to see how much of it goes through in a second.
///
/// An entry is a name and a function that does the work once and says how many bytes, or other
/// things, it went through.
private let throughput: [(name: String, work: @Sendable () -> Int)] = [
  ("split 10 MB into lessons", { Document(path: "a.md", bytes: sample).bytes.count }),
  ("parse 256 kB of Markdown", { Markdown.parse(part).blocks.isEmpty ? 0 : part.count }),
  (
    "parse and lay out 256 kB",
    {
      let items = Markdown.parse(part).blocks.map(PageItem.block)
      return PageComposer.compose(items, width: 76).lines.isEmpty ? 0 : part.count
    }
  ),
  (
    "search 10 MB for what is not there",
    {
      let search = ByteSearch("not to be found")
      return search?.first(in: sample, from: 0, to: sample.count) == nil ? sample.count : 0
    }
  ),
]

private let sample = SampleDocument.contents(bytes: 10_000_000)
private let part = Array(sample.prefix(256_000))

/// Does each work for half a second after one time to warm up, and prints the medians.
func printThroughput() {
  guard !throughput.isEmpty else { return }
  print("| work | ms | millions a second |\n|---|---|---|")
  for (name, work) in throughput {
    _ = work()
    var times: [Double] = []
    var amount = 0
    let begin = system_now()
    repeat {
      let start = system_now()
      amount = work()
      times.append(Double(system_now() - start) / 1e6)
    } while system_now() - begin < 500_000_000
    let middle = median(times) ?? 0
    let rate = middle > 0 ? Double(amount) / middle / 1000 : 0
    print("| \(name) | \(number(middle)) | \(number(rate)) |")
  }
}
