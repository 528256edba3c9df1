export const grantsKey = (username: string) => ['grants', username]
