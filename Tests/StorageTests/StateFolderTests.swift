import Notes
import Storage
import Testing

@Suite struct StateFolderTests {
  @Test(arguments: [
    (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/attend"),
    (["XDG_STATE_HOME": "/s/", "HOME": "/h"], "/s/attend"),
    (["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/attend"),
    (["XDG_STATE_HOME": "", "HOME": "/h/"], "/h/.local/state/attend"),
    (["HOME": "/"], "/.local/state/attend"),
    (["XDG_STATE_HOME": "/", "HOME": "/h"], "/attend"),
    (["HOME": "h"], nil),
    ([:], nil),
  ]) func folder(environment: [String: String], expected: String?) {
    #expect(stateFolder(environment: environment)?.text == expected)
  }
}
