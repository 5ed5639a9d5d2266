import Notes
import Quiz
import Scheduling
import Testing
import TextUI
import Widgets

@testable import Screens

/// How often the screen is drawn while something is computed in slices.
@Suite struct PaceTests {
  @Test func workIsDrawnThirtyTimesASecondAtMost() {
    var pace = Pace()
    // A slice a millisecond, for a second.
    let drawn = (0..<1000).count { pace.draws(after: .tick, works: true, at: 5_000_000 + $0) }
    #expect(drawn == 31)
  }

  @Test func whatComesFromOutsideIsDrawnAtOnce() {
    var pace = Pace()
    let events: [Event] = [.tick, .key(.right), .key(.right), .tick]
    let first = pace.draws(after: nil, works: true, at: 100)
    #expect(first)
    let drawn = events.map { pace.draws(after: $0, works: true, at: 101) }
    #expect(drawn == [false, true, true, false])
    // The last slice shows what all of them came to.
    let last = pace.draws(after: .tick, works: false, at: 102)
    #expect(last)
    // A clock that was set back stops nothing.
    let earlier = pace.draws(after: .tick, works: true, at: 50)
    #expect(earlier)
  }

  /// A terminal that counts what it is shown; each event takes a millisecond.
  private struct CountingDevice: Device {
    var events: [Event]
    var shown = 0
    var slices = 0
    let size = Size(columns: 80, rows: 24)
    let isASCII = false
    mutating func present(_ canvas: Canvas) { shown += 1 }
    mutating func nextEvent(within timeout: Duration?) -> Event {
      if timeout == .zero {
        slices += 1
        return .tick
      }
      return events.isEmpty ? .ended : events.removeFirst()
    }
    mutating func suspend() {}
    mutating func forgetScreen() {}
  }

  @Test func theScalingWidgetComputesFasterThanItIsDrawn() throws {
    let document = Document(path: "notes.md", bytes: Array("# N\n\n## L\n".utf8))
    let state = AppState(library: Library(title: "N", key: "n", documents: [document]))
    let scaling = try #require(allWidgets.first { $0.name == "scaling" })
    let route = WidgetRoute(name: scaling.name, inputs: scaling.example, key: "w")
    var app = App(
      state: state, size: Size(columns: 80, rows: 24), opening: [.contents, .widget(route)])
    var device = CountingDevice(events: [.key(.right)])
    var time = 0
    run(&app, on: &device) {
      time += 1
      return Moment(utc: 1_800_000_000_000 + time)
    } perform: { effect, _, _ -> [EffectResult]? in
      switch effect {
      case .quit: nil
      case .recall: [.progress(Progress(reviews: []), settings: Settings())]
      default: []
      }
    }
    #expect(device.slices > 100)
    // The clock moves twice an event here: one picture for each sixteen slices or more.
    #expect(device.shown <= device.slices / 16 + 5)
    #expect(app.transcript.contains { $0.contains("400 trials of one query") })
  }

  /// What is written beside the notes changes nothing that shows.
  @Test func whatChangesNothingIsNotDrawnAgain() {
    let document = Document(path: "notes.md", bytes: Array("# N\n\n## L\n".utf8))
    let state = AppState(library: Library(title: "N", key: "n", documents: [document]))
    var app = App(state: state, size: Size(columns: 80, rows: 24), opening: [.contents])
    func shown(_ results: [EffectResult]) -> Int {
      let changes = Array(repeating: Event.changedOnDisk, count: 50)
      var device = CountingDevice(events: [.key(.down)] + changes)
      var time = 1_800_000_000_000
      run(&app, on: &device) {
        time += 1000
        return Moment(utc: time)
      } perform: { effect, _, _ -> [EffectResult]? in
        switch effect {
        case .quit: nil
        case .recall: [.progress(Progress(reviews: []), settings: Settings())]
        case .reload: results
        default: []
        }
      }
      return device.shown
    }
    let quiet = shown([.lookAgain(nil)])
    #expect(quiet < 10)
    #expect(shown([.lookAgain(nil), .message("The notes have changed")]) >= quiet + 40)
  }
}
