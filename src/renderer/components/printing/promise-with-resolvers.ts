/** `Promise.withResolvers` for threads of Chromium before 119; windows there have been given it already. */

if (!('withResolvers' in Promise)) {
  Object.assign(Promise, {
    withResolvers<Value>() {
      let resolve: (value: Value) => void = () => undefined
      let reject: (reason: unknown) => void = () => undefined
      const promise = new Promise<Value>((fulfil, refuse) => {
        resolve = fulfil
        reject = refuse
      })
      return { promise, resolve, reject }
    },
  })
}
